"""The page of a campaign's lists after imports: who returned is on them, who sits nowhere is named."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app.campaigns.editions.earlier import edition_in_force
from app.campaigns.editions.prepared import prepared_edition
from app.representatives import directory
from models import WhomToCall
from tests.organizers.conftest import Organizer
from tests.representatives.importing.people_csv import import_rows, ma_rows
from tests.world.campaign.campaigns import change_campaign
from tests.world.database.own_roster import restore_offices

IN_NO_SEAT = "On the list, but in no seat, and so not called: Chris Flanagan."


@pytest.fixture(scope="module")
def database_url(own_offices: str) -> str:
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database: str) -> Iterator[None]:
    yield
    restore_offices(clean_database)


@pytest.fixture
def page(session: Session, campaign: int) -> str:
    """The page of a campaign that calls Chris Flanagan and Kip Diggs, and that Chris Flanagan supports already."""
    chris, kip = (_holder(session, geoid) for geoid in ("25001", "25002"))
    change_campaign(session, whom_to_call=WhomToCall.LISTED, listed=[chris, kip], with_us=[chris])
    return f"/organizers/campaigns/{campaign}/whom"


@pytest.fixture
def leaves(session: Session) -> None:
    """Chris Flanagan is not in the file."""
    import_rows(session, ma_rows()[1:])
    session.commit()


@pytest.fixture
def returns(session: Session, leaves: None) -> None:
    """… and is in the next."""
    import_rows(session, ma_rows())
    session.commit()


@pytest.fixture
def saves(signed_in: Organizer, page: str) -> Callable[[], str]:
    """Open the page and press Save; returns where that leads."""

    def saves() -> str:
        text = signed_in.reads(page)
        typed = {name: _typed(text, name) for name in ("listed", "with_us")} | {"rule": "listed", "thanks_script": ""}
        return signed_in.sends(page, **hidden(text, "csrf_token", "seen"), **typed).location or ""

    return saves


def _holder(session: Session, geoid: str) -> int:
    return directory(session).seat(geoid).holder.id


def hidden(text: str, *names: str) -> dict[str, str]:
    return {name: re.search(rf'name="{name}" value="([^"]*)"', text)[1] for name in names}


def _typed(text: str, name: str) -> str:
    return re.search(rf'<textarea id="{name}"[^>]*>([^<]*)</textarea>', text)[1]


def listed(session: Session, campaign: int) -> tuple[int, ...]:
    session.rollback()
    return prepared_edition(session, campaign).content.whom.listed


def test_who_returned_is_on_both_lists(page: str, returns: None, signed_in: Organizer) -> None:
    text = signed_in.reads(page)
    assert _typed(text, "listed").splitlines() == ["Chris Flanagan (1st Barnstable)", "Kip Diggs (2nd Barnstable)"]
    assert _typed(text, "with_us") == "Chris Flanagan (1st Barnstable)"
    assert "1 support it already" in text
    assert "in no seat" not in text


def test_to_save_who_returned_changes_nothing(
    page: str, returns: None, saves: Any, session: Session, campaign: int
) -> None:
    before = listed(session, campaign)
    assert saves().endswith("done=same")
    assert listed(session, campaign) == before


def test_who_sits_nowhere_is_named(page: str, leaves: None, signed_in: Organizer) -> None:
    text = signed_in.reads(page)
    assert IN_NO_SEAT in text
    assert "Supporting it already, but in no seat: Chris Flanagan." in text
    assert "support it already and are" not in text


def test_saving_takes_them_off_and_the_edition_before_still_names_them(
    page: str, leaves: None, saves: Any, signed_in: Organizer, session: Session, campaign: int
) -> None:
    before = listed(session, campaign)
    assert saves().endswith("done=changed")
    assert IN_NO_SEAT not in signed_in.reads(page)
    assert listed(session, campaign) == before[1:]
    assert edition_in_force(session, campaign).content.whom.listed == before
