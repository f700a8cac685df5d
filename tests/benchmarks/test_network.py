"""The phone network is measured with whole calls, and with nothing else."""

from benchmarks.network import calls_a_minute


def test_calls_that_all_went_through_are_counted():
    assert calls_a_minute(2) > 0
