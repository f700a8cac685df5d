"""Writes docs/voice-flows.md: the flows, and where the app may lead a call instead. `make voice-flows` runs it."""

from app.calls.steps.table import MAY_BECOME
from voice_flows.describe import describe

if __name__ == "__main__":
    print(describe(MAY_BECOME), end="")  # noqa: T201 - it is what this program is for
