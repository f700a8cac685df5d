"""How many examples hypothesis tries: enough to find what is there, few enough for every test run."""

from hypothesis import HealthCheck, settings

# Examples share the test's fixtures on purpose: each makes a call of its own in the same small world.
SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]

MANY = settings(max_examples=150, deadline=None, database=None, suppress_health_check=SHARED)
WHOLE_CALLS = settings(max_examples=20, deadline=None, database=None, suppress_health_check=SHARED)
