"""`make audit`: is anything that a production server installs known to be vulnerable?

Exits 0 when nothing is known, 1 when something is, and 2 when not everything was looked up, so that nobody can say.
"""

import json
import re
import subprocess  # nosec B404 # runs pip-audit alone
import sys
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

LOCK = Path(__file__).resolve().parent.parent / "requirements.lock"
PIN = re.compile(r"^([a-z0-9-]+)==([^\s;\\]+)", re.MULTILINE)
PIP_AUDIT = (sys.executable, "-m", "pip_audit", "--strict", "--format=json", "--progress-spinner=off")
AS_PINNED = ("--disable-pip", "--no-deps")


class Answer(NamedTuple):
    """What pip-audit wrote: JSON when it looked everything up, else a complaint."""

    output: str
    complaint: str


class Verdict(NamedTuple):
    """What is said, and the exit code."""

    words: str
    code: int


def rounds(lock: str) -> list[list[str]]:
    """Every pin of a lock; a package's second version, which is for another Python, is in a second list."""
    versions: dict[str, list[str]] = {}
    for name, version in PIN.findall(lock):
        versions.setdefault(name, []).append(f"{name}=={version}")
    return [[pin for pin in pins if pin] for pins in zip_longest(*versions.values())]


def ask(pins: list[str]) -> Answer:
    """Let pip-audit look them up."""
    with TemporaryDirectory() as folder:
        wanted = Path(folder) / "requirements.txt"
        wanted.write_text("\n".join(pins))
        command = [*PIP_AUDIT, *AS_PINNED, "--requirement", str(wanted)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # nosec B603 # our own command
    return Answer(done.stdout, done.stderr)


def verdict(pins: list[str], answers: list[Answer]) -> Verdict:
    """What the answers come to. A pin of which none speaks was not looked up."""
    told = _advisories(answers)
    known = [f"{pin}: {', '.join(ids)}" for pin, ids in told.items() if ids]
    missing = [pin for pin in pins if pin not in told]
    if missing:
        why = [answer.complaint.strip().rpartition("\n")[2] for answer in answers if not answer.output]
        known += [f"{len(missing)} of {len(pins)} dependencies not audited: they could not be looked up.", *why]
        return Verdict("\n".join(known), 2)
    return Verdict("\n".join(known) or f"Nothing is known against {len(pins)} dependencies.", 1 if known else 0)


def _advisories(answers: list[Answer]) -> dict[str, list[str]]:
    """The advisories against each pin that was looked up."""
    packages = [one for answer in answers if answer.output for one in json.loads(answer.output)["dependencies"]]
    return {f"{one['name']}=={one['version']}": [it["id"] for it in one["vulns"]] for one in packages if "vulns" in one}


def main() -> int:
    """Audit the lock, and say what came of it."""
    asked = rounds(LOCK.read_text())
    words, code = verdict([pin for pins in asked for pin in pins], [ask(pins) for pins in asked])
    print(words)  # noqa: T201 - a program of the terminal
    return code


if __name__ == "__main__":
    sys.exit(main())
