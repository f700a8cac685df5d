"""The page of a campaign's lists after imports: who returned is on them, who sits nowhere is named."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from app.campaigns.editions.earlier import edition_in_force
from app.organizers.campaigns.whom.names import NOT_SEATED
from app.representatives import directory
from models import WhomToCall
from tests.organizers.campaigns.whom.conftest import WhomPage
from tests.representatives.importing.people_csv import import_rows, ma_rows
from tests.world.campaign.campaigns import change_campaign
from tests.world.database.own_roster import restore_offices


@pytest.fixture(scope="module")
def database_url(own_offices: str) -> str:
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database: str) -> Iterator[None]:
    yield
    restore_offices(clean_database)


@pytest.fixture
def chris(page: WhomPage, session: Session) -> int:
    """Chris Flanagan, who is on the list before Kip Diggs, and with us."""
    chris, kip = (directory(session).seat(geoid).holder.id for geoid in ("25001", "25002"))
    change_campaign(session, whom_to_call=WhomToCall.LISTED, listed=[chris, kip], with_us=[chris])
    return chris


@pytest.fixture
def leaves(chris: int, session: Session) -> None:
    """Chris Flanagan is not in the file."""
    import_rows(session, ma_rows()[1:])
    session.commit()


@pytest.fixture
def returns(session: Session, leaves: None) -> None:
    """… and is in the next."""
    import_rows(session, ma_rows())
    session.commit()


def test_who_returned_is_on_the_list_and_with_us(page: WhomPage, returns: None) -> None:
    text = page.text()
    assert re.search(r"The list: 2 .* Chris Flanagan House · 1st Barnstable · \w+ With us .* Kip Diggs", text)
    assert re.search(r"With us: 1 Chris Flanagan House · 1st Barnstable", text)
    assert NOT_SEATED not in text


def test_who_returned_is_not_put_on_the_list_again(page: WhomPage, returns: None, session: Session) -> None:
    now = directory(session).seat("25001").holder.id
    before = page.prepared.listed
    assert "done=same" in page.sends("/people", do=f"add-{now}").location
    assert page.prepared.listed == before


def test_a_mark_from_before_the_return_is_changed(page: WhomPage, returns: None, session: Session) -> None:
    now = directory(session).seat("25001").holder.id
    page.sends("/people", **page.shown("flanagan") | {f"mark-{now}": "against"})
    assert (page.prepared.with_us, page.prepared.against) == ((), (now,))


def test_who_sits_nowhere_is_named(page: WhomPage, leaves: None) -> None:
    text = page.text()
    assert re.search(rf"The list: 2 .* Chris Flanagan {NOT_SEATED}", text)
    assert re.search(rf"With us: 1 Chris Flanagan {NOT_SEATED}", text)


def test_they_are_taken_off_and_the_edition_before_still_names_them(
    page: WhomPage, leaves: None, chris: int, session: Session, campaign: int
) -> None:
    before = page.prepared.listed
    page.sends("/people", **{"do": f"off-{chris}", f"was-{chris}": "with-us", f"mark-{chris}": "unknown"})
    assert NOT_SEATED not in page.text()
    assert (page.prepared.listed, page.prepared.with_us) == (before[1:], ())
    assert edition_in_force(session, campaign).content.whom.listed == before
