"""How much is tried: enough to find what is there in every run, and far more under `make test-long`."""

import os
from typing import TypeVar

from hypothesis import HealthCheck, settings

T = TypeVar("T")
LONG = os.environ.get("TEST_LONG") == "1"


def sized(usual: T, long: T) -> T:
    """How much to try: as usual, or as long as it takes."""
    return long if LONG else usual


# Examples share the test's fixtures on purpose: each makes a call of its own in the same small world.
SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]

MANY = settings(max_examples=sized(40, 400), deadline=None, database=None, suppress_health_check=SHARED)
WHOLE_CALLS = settings(max_examples=sized(8, 60), deadline=None, database=None, suppress_health_check=SHARED)
