"""Somebody who dials in, and an office that talks with them."""

import pytest


@pytest.fixture
def dials_in(world, campaign):
    """Dial the hotline from a phone that answers the questions so."""

    def dials_in(*answers, number="+14135550142"):
        return world.somebody_dials_in(number, *answers)

    return dials_in


@pytest.fixture
def office(office):
    return office.answers(after=6).talks_for(42)
