"""Each page of organizers that reads of what grows with the calls is measured beside a million of them."""

from urllib.parse import urlsplit

import pytest

from app.guard.route_classes import DOWNLOAD
from benchmarks.long_log import paths
from tests.growth.conftest import EVERY, World, a_log
from tests.world.addresses import working_addresses
from tests.world.carrier.server import CarrierServer
from tests.world.database.many_calls import GROWING
from tests.world.database.plans import reading

COUNTS = ("count_of_hour", "count_of_day", "count_of_month", "count_of_office", "count_of_town")


@pytest.fixture
def world(new_database, another_app, app):
    """A log of its own, for its pages are made here."""
    url = a_log(new_database("log_to_measure"), 500, app.extensions["ringdown"].vault, EVERY)
    with CarrierServer().running() as carrier:
        one = another_app(database_url=url, twilio_api_base_url=carrier.url)
        one.test_client_class = app.test_client_class
        yield World(one, carrier)


def test_no_page_that_reads_what_grows_is_missing_among_what_is_measured(world):
    with world.app.app_context():
        measured = {page_of(world, path) for path in paths(world).values()}
        read = {page_of(world, path) for path in pages_that_read(world, {*GROWING, *COUNTS})}
    assert "organizers.calls" in read
    assert read - measured == set()


def page_of(world, path):
    """The page that is at an address; one of all campaigns is the same as one of a campaign."""
    return world.app.url_map.bind("").match(urlsplit(path).path)[0]


def pages_that_read(world, tables):
    """The addresses of organizers' pages that read some of these tables."""
    client = world.signed_in().client
    addresses = working_addresses(world.app, client, world.campaign, world.session)
    world.session.close()
    for one in addresses:
        if one.path.startswith("/organizers/") and one.route_class is not DOWNLOAD:
            with reading(world.session.get_bind()) as seen:
                client.get(one.path)
            world.session.close()
            if tables & {table for (_, table), rows in seen.rows.items() if rows}:
                yield one.path
