"""A carrier that answers as it is told, and calls that wait to be rung by it."""

from tests.calls.conftest import call, carrier_server, carrier_timeout, own, ringing  # noqa: F401 - fixtures
