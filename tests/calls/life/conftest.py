"""Calls whose legs are told of."""

import pytest


@pytest.fixture
def bridged(carrier):
    """The carrier of a call that has just been bridged to the office."""
    carrier.reports("in-progress", 0, at=6)
    carrier.asks("answered")
    carrier.asks("after/greeting/0/1", Digits="1")
    carrier.asks("after/script/0/2", Digits="1")
    return carrier
