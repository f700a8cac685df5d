"""How long an answer takes: a known name at most 50 microseconds, a misspelt one at most a millisecond."""

import pytest

from app.representatives import resolve


@pytest.mark.parametrize("typed", ["Holyoke", "N. Andover, MA", "Boston", "02130", "Boston Ward 6 Precinct 3"])
def test_benchmark_exact(benchmark, typed):
    assert benchmark(resolve, typed).options


@pytest.mark.parametrize("typed", ["Worchester", "Sprngfield", "12 Main Street, Holyoke"])
def test_benchmark_fuzzy(benchmark, typed):
    assert benchmark(resolve, typed).towns
