"""A rehearsal offers what callers can do with the carrier that is set up, and no more."""

from dataclasses import replace

import pytest

from models import CallSource
from tests.rehearsal.test_by_hand import TO_THE_OFFICE, offered
from tests.rehearsal.test_endings import said


@pytest.fixture
def somleng(app):
    """From now on the carrier is one that hears keys alone, and has no star."""
    given = app.extensions["ringdown"]
    settings = given.settings.model_copy(update={"carrier": "somleng"})
    app.extensions["ringdown"] = replace(given, settings=settings)


@pytest.mark.usefixtures("somleng")
def test_no_star_leaves_an_office(rehearses):
    story = rehearses(*TO_THE_OFFICE, "line answered")
    assert "key *" not in offered(story)
    assert "press star" not in said(story)


@pytest.mark.usefixtures("somleng")
def test_nobody_is_asked_to_say_anything_and_a_place_is_keyed(rehearses):
    assert "say" not in offered(rehearses("phone answered", "key 1"))
    hotline = {"source": CallSource.HOTLINE}
    typed = [offer.label for offer in rehearses("key 1", **hotline).offers if offer.is_typed]
    assert typed == ["A ZIP code"]
    assert "You'll be calling the office of Representative Pat Duffy" in said(
        rehearses("key 1", "say 01040", **hotline)
    )
