"""How long tests wait for what must come: "never", not "slow", however busy the machine is."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
PATIENCE = 60.0  # seconds
LOOKS_EVERY = 0.01


def eventually(look: Callable[[], T], every: float = LOOKS_EVERY, within: float = PATIENCE) -> T:
    """Look again and again until there is something to see; what is seen in the end."""
    deadline = time.monotonic() + within
    while not (seen := look()) and time.monotonic() < deadline:
        time.sleep(every)
    return seen
