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


def statements_of(call, world, phone):
    with all_statements() as seen:
        call(world, phone)
    return len(seen.texts)


@pytest.mark.parametrize("call", [from_the_page, to_the_hotline])
def test_a_whole_call_takes_no_more_than_its_statements(world, office, call):
    """The cheapest of three: where a machine is busy, two reports of one call meet, and one of them asks again."""
    office.answers(after=6).talks_for(42)
    call(world, "+16175550130")  # what a process reads once is read
    counts = (statements_of(call, world, f"+1617555013{number}") for number in (1, 2, 3))
    assert next((count for count in counts if count <= MOST), 0) > 20
