"""A Census Bureau on this computer, and two geocoders that ask it: one waits as long as it takes."""

import pytest

from app.geocoding.census import CensusGeocoder
from tests.world.census.server import CensusServer
from tests.world.patience import PATIENCE

HASTE = (0.3, 0.3)  # seconds to connect, and to wait for the answer


@pytest.fixture
def census():
    with CensusServer().running() as census:
        yield census


@pytest.fixture
def geocoder(census):
    return CensusGeocoder(census.url, (PATIENCE, PATIENCE))


@pytest.fixture
def hasty_geocoder(census):
    return CensusGeocoder(census.url, HASTE)
