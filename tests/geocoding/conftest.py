"""A Census Bureau on this computer, and a geocoder that asks it with little patience."""

import pytest

from app.geocoding import CensusGeocoder
from tests.world.census.server import CensusServer

PATIENCE = (0.3, 0.3)


@pytest.fixture
def census():
    with CensusServer().running() as census:
        yield census


@pytest.fixture
def geocoder(census):
    return CensusGeocoder(census.url, PATIENCE)
