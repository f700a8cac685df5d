"""What a whole call asks of the database: its pages, the carrier's requests and the worker together."""

import pytest
import requests

from benchmarks.watching import all_statements
from tests.world.patience import PATIENCE

MOST = 45  # BEGIN and COMMIT are not counted


def from_the_page(world, phone):
    """The campaign's page, the click, the call's page, the whole call, and a look at how it stands."""
    world.everything.network.phone(phone).answers(after=4).then_presses("1", "1", "1")
    page = world.supporter_asks_to_be_called(phone=phone)
    requests.get(f"{page.url.partition('#')[0]}/progress", timeout=PATIENCE).raise_for_status()


def to_the_hotline(world, phone):
    world.somebody_dials_in(phone, "1", "01040", "1", "1", "1")


@pytest.mark.parametrize("call", [from_the_page, to_the_hotline])
def test_a_whole_call_takes_no_more_than_its_statements(world, office, call):
    office.answers(after=6).talks_for(42)
    call(world, "+16175550130")  # what a process reads once is read
    with all_statements() as seen:
        call(world, "+16175550131")
    assert 20 < len(seen.texts) <= MOST
