"""How much is tried: a little, and the same in every run; far more, and anything, under `make test-long`."""

import os
from typing import TypeVar

from hypothesis import HealthCheck, settings

T = TypeVar("T")
LONG = os.environ.get("TEST_LONG") == "1"


def sized(usual: T, long: T) -> T:
    """How much to try: as usual, or as long as it takes."""
    return long if LONG else usual


# Examples share the test's fixtures on purpose: each makes a call of its own in the same small world. Usually they are
# the same in every run, lest one in a thousand turns up in a change that has nothing to do with it.
SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile(
    "here",
    max_examples=sized(40, 400),
    deadline=None,
    database=None,
    derandomize=not LONG,
    suppress_health_check=SHARED,
)
settings.load_profile("here")

MANY = settings()
WHOLE_CALLS = settings(max_examples=sized(8, 60))
