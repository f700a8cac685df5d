"""A new term: what a predecessor's office said and heard is told of nobody who sits there now."""

import re
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select, update

from app.calls.hours.action_days import action_days
from app.calls.life.notes import sealed_note
from app.campaigns.editions.prepared import prepared_edition
from app.campaigns.in_force import prepared_words
from app.organizers.campaigns.action.shown import Looking, shown_day
from app.representatives import directory
from models import (
    EVER,
    CallEvent,
    Campaign,
    CampaignState,
    CountedBy,
    CountOfOffice,
    EventSource,
    Feedback,
    Leg,
    LegRole,
    LegStatus,
    OfficeHolder,
    OfficeStep,
    ReportedOutcome,
    ReportSource,
    Stance,
    WhatHappened,
)
from tests.organizers.conftest import hidden_fields
from tests.organizers.dashboard.conftest import TALKED
from tests.representatives.importing.people_csv import import_rows, ma_rows, somebody_new
from tests.world.campaign.action import THE_DAY, day_of_action
from tests.world.database.own_roster import restore_offices
from tests.world.database.public_counts import a_minute_later, write_counts

SEAT, FIRST = "25048", "25001"


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


@pytest.fixture
def hears(app, session, happened, counted):
    """An office holder's office hears from somebody, and says where they stand."""

    def hears(note, stance, **office):
        call = happened(**TALKED, offices=(office,))
        leg = {"role": LegRole.OFFICE, "status": LegStatus.COMPLETED, "duration_seconds": 100}
        session.add(Leg(call_id=call.id, called_office_id=call.offices[0].id, carrier_sid=f"CB{call.id}", **leg))
        sealed = sealed_note(app.extensions["ringdown"].vault, note, f"page {call.id}")
        told = {"outcome": ReportedOutcome.CONTACT, "stance": stance, "note_sealed": sealed}
        session.add(Feedback(called_office_id=call.offices[0].id, source=ReportSource.PAGE, **told))
        reported = {"what": WhatHappened.REPORTED, "outcome": ReportedOutcome.CONTACT, "source": EventSource.PAGE}
        session.add(CallEvent(call_id=call.id, rank=0, **reported))
        session.commit()
        counted()

    return hears


@pytest.fixture
def new_term(session, hears):
    """Pat Duffy heard and told that they support it; then somebody else is elected; returns their id."""
    hears("Pat likes it", Stance.YES)
    rows = [somebody_new(row, "New Member") if row["name"] == "Pat Duffy" else row for row in ma_rows()]
    assert import_rows(session, rows)
    session.commit()
    return directory(session).seat(SEAT).holder.id


def rows_of(page, part):
    """The rows of a table of the dashboard, by the name that each begins with, as one reads them."""
    table = re.search(rf'<section[^>]*aria-labelledby="{part}">.*?</section>', page, re.DOTALL)[0]
    rows = re.findall(r'<tr><th scope="row">.*?</tr>', table, re.DOTALL)
    words = (re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)).strip() for row in rows)
    return {" ".join(row.split()[:2]): row for row in words}


def heard(campaign, holder, geoid, day):
    """Seven calls that an office holder's office heard."""
    told = {"dimension": CountedBy.STEP, "value": OfficeStep.HEARD, "calls": 7, "seconds": 0}
    whom = {"district_geoid": geoid, "office_holder_id": holder}
    return CountOfOffice(campaign_id=campaign, day=day, booked=day, **told | whom)


def left(session):
    return session.scalars(select(OfficeHolder.id).where(OfficeHolder.name == "Pat Duffy")).one()


def first(session):
    return directory(session).seat(FIRST).holder.id, FIRST


def unreached(page):
    return re.search(r'<details id="unreached">.*?</details>', page, re.DOTALL)[0]


@pytest.mark.usefixtures("new_term")
def test_whoever_is_new_has_heard_from_nobody_and_said_nothing(reads, campaign):
    page = reads(f"campaigns/{campaign}/dashboard", span="all")
    assert "New Member" in unreached(page)
    assert rows_of(page, "offices").keys() == rows_of(page, "stances").keys() == {"Pat Duffy"}
    assert "formerly 5th Hampden" in rows_of(page, "offices")["Pat Duffy"]
    assert "0 of 158 offices heard from somebody" in page


def test_each_of_two_has_their_own_numbers_and_notes(reads, campaign, new_term, hears):
    hears("New does not", Stance.NO, office_holder_id=new_term)
    page = reads(f"campaigns/{campaign}/dashboard", span="all")
    stances, offices = rows_of(page, "stances"), rows_of(page, "offices")
    assert ("Pat likes it" in stances["Pat Duffy"], "New does not" in stances["New Member"]) == (True, True)
    assert ("New does not" in stances["Pat Duffy"], "Pat likes it" in stances["New Member"]) == (False, False)
    assert [stances[name].split()[-4:] for name in ("Pat Duffy", "New Member")] == [list("1–––"), list("–1––")]
    assert "New Member" not in unreached(page)
    assert offices["New Member"].endswith("5th Hampden 1 1 – 1:40")
    assert "told people different" not in page


def test_numbers_lead_to_rows_where_these_are_all_there_are(reads, campaign, new_term, hears):
    """The log knows an office by its district alone."""
    links = re.compile(rf"calls\?office={SEAT}")
    assert len(links.findall(reads(f"campaigns/{campaign}/dashboard", span="all"))) == 2
    hears("New does not", Stance.NO, office_holder_id=new_term)
    assert links.findall(reads(f"campaigns/{campaign}/dashboard", span="all")) == []


@pytest.mark.usefixtures("new_term")
def test_map_and_wall_count_whoever_sits_there(reads):
    assert 'aria-label="5th Hampden (New Member): nobody yet"' in reads("dashboard/map", span="all")
    assert re.search(r"of 158 offices heard from us</dt><dd>0<", reads("dashboard/wall", span="all"))


def test_the_page_to_print_keeps_them_apart(reads, campaign, new_term, hears):
    hears("New does not", Stance.NO, office_holder_id=new_term)
    page = reads(f"campaigns/{campaign}/said")
    new, pat = re.findall(r'<section class="office-said".*?</section>', page, re.DOTALL)
    assert ("New Member" in new, "New does not" in new, "Pat" in new) == (True, True, False)
    assert ("formerly 5th Hampden" in pat, "Pat likes it" in pat, "New" in pat) == (True, True, False)
    assert ("<strong>1</strong> opposes it" in new, "<strong>1</strong> supports it" in pat) == (True, True)


def test_on_a_day_of_action_whoever_left_heard_for_nobody_else(session, campaign, new_term):
    day, at = date.fromisoformat(THE_DAY), datetime(2026, 11, 2, 18, tzinfo=UTC)
    for holder, geoid in ((left(session), SEAT), first(session)):
        session.merge(heard(campaign, holder, geoid, day))
    day_of_action(session, campaign)
    (action,) = action_days(session, campaign).values()
    shown = shown_day(session, action, Looking(prepared_words(session, campaign), directory(session), at, ""))
    silent = shown.forecast.silent
    assert (SEAT in silent, FIRST in silent, shown.forecast.offices - len(silent)) == (True, False, 1)


def test_what_is_published_names_no_district_for_whoever_left_it(signed_in, session, campaign, new_term):
    a_minute_later()
    write_counts(session, campaign, reached=48)
    for holder, geoid in ((left(session), SEAT), first(session)):
        session.merge(heard(campaign, holder, geoid, EVER))
    session.execute(update(Campaign).values(state=CampaignState.ARCHIVED))
    session.commit()
    at = f"/organizers/campaigns/{campaign}/public-numbers"
    signed_in.follows(at, f"{at}/results", seen=hidden_fields(signed_in.reads(at), f"{at}/results").get("seen", ""))
    assert prepared_edition(session, campaign).content.results.districts == (FIRST,)
