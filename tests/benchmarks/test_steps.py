"""What `make bench` sends of a call's life is answered as the real carrier's requests are."""

from contextlib import closing

import pytest

from benchmarks.cpu import Backends
from benchmarks.webhook import GOALS, Rounds
from benchmarks.world import world


@pytest.mark.long
def test_a_round_of_every_step_is_answered_and_costs_something():
    with world() as here, closing(Backends(here.url)) as backends:
        spent = Rounds(here, backends).one()
    assert spent.keys() == {*GOALS, "bare"}
    assert min(spent.values()) > 0
