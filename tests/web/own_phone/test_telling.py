"""What came of it is told once an office, by the page alone, and can be changed for a day."""

import re

import pytest
from sqlalchemy import func, select, update

from app.calls.life.notes import note_text
from app.calls.own_phone.show import PAGES
from app.calls.run.feedback import reports_of
from app.extensions import given
from models import (
    Call,
    CalledOffice,
    CallEvent,
    CallSource,
    CallStatus,
    Campaign,
    CampaignState,
    Feedback,
    ReportedOutcome,
    Stance,
    WhatHappened,
    WhomToCall,
)
from tests.world.calls import CHANGEABLE
from tests.world.campaign.campaigns import change_campaign


@pytest.fixture
def told(session, calls):
    """What was told, by rank, of the only call."""

    def told():
        (call,) = calls()
        return reports_of(session, call.id, CHANGEABLE).on_page

    return told


@pytest.fixture
def both(session, campaign):
    change_campaign(session, whom_to_call=WhomToCall.BOTH)


@pytest.mark.parametrize("outcome", ["contact", "voicemail", "unavailable", "wrote", "mailbox-full", "wrong-number"])
def test_one_tap_tells_it(supporter, page, calls, outcome):
    answer = supporter.tells(page, outcome)
    assert "Thank you for telling us" in supporter.reads(answer.location)
    (call,) = calls()
    assert (call.source, call.status, call.reported_outcome) == (CallSource.OWN_PHONE, CallStatus.COMPLETED, outcome)
    assert (call.town, call.line_outcome, call.talk_seconds, call.phone_hash) == ("Holyoke", None, None, None)
    assert call.ended_at


def test_the_number_that_was_called_is_kept(supporter, page, session, told):
    supporter.tells(page)
    rank, number = session.execute(
        select(CalledOffice.rank, CalledOffice.office_line_id).where(CalledOffice.rank.in_(told()))
    ).one()
    assert (rank, number is not None) == (0, True)


def test_it_happened_and_was_reported(supporter, page, session):
    supporter.tells(page)
    supporter.tells(page, "wrote")
    happened = session.execute(select(CallEvent.what, CallEvent.outcome).order_by(CallEvent.id)).all()
    assert happened == [
        (WhatHappened.BEGUN, None),
        (WhatHappened.REPORTED, ReportedOutcome.CONTACT),
        (WhatHappened.CORRECTED, ReportedOutcome.WROTE),
    ]


def test_told_again_and_again_it_is_one_report(supporter, page, session):
    for _ in range(20):
        supporter.tells(page)
    assert session.scalar(select(func.count()).select_from(Feedback)) == 1
    assert session.scalar(select(func.count()).select_from(Call)) == 1


def test_more_can_be_said_and_the_answer_changed(supporter, page, told):
    supporter.tells(page, "unavailable")
    answer = supporter.tells(page, "mailbox-full", stance="no", note="Full since Monday")
    assert "The mailbox was full" in supporter.reads(answer.location)
    assert (told()[0].outcome, told()[0].stance) == ("mailbox-full", Stance.NO)
    assert note_text(given().vault, told()[0].note_sealed) == "Full since Monday"


@pytest.mark.usefixtures("both")
def test_each_office_is_told_of_by_itself(supporter, told):
    page = supporter.asks_for_the_number()
    supporter.tells(page, "wrote", line="0")
    others = supporter.tells(page, "contact", line="1")
    assert others.status_code == 303
    assert [report.outcome for _, report in sorted(told().items())] == ["wrote", "contact"]


def test_of_two_numbers_of_one_office_the_first_that_was_told_stays(supporter, told):
    page = supporter.asks_for_the_number(town="Adams")  # Rep. Barrett has a line in the district too
    assert "Which number did you call?" in supporter.reads(page)
    supporter.tells(page, "unavailable", line="1")
    supporter.tells(page, "contact", line="0")
    assert {rank: report.outcome for rank, report in told().items()} == {1: "contact"}


@pytest.mark.parametrize("line", ["7", "-1", "", "x", "1e3", "0" * 400, "<script>", "\x00"])
def test_of_an_office_that_was_not_shown_nothing_is_kept(supporter, page, calls, line):
    answer = supporter.tells(page, line=line)
    assert (answer.status_code, calls()) == (303, [])
    assert "That office was not on your page" in supporter.reads(answer.location)


@pytest.mark.parametrize("outcome", ["", "skip", "answered", "<script>", "\x00", "x" * 5000])
def test_another_answer_is_asked_for_again(supporter, page, calls, outcome):
    answer = supporter.tells(page, outcome)
    assert (answer.status_code, calls()) == (303, [])
    assert "Choose one of these" in supporter.reads(answer.location)


def test_a_note_is_kept_as_text(supporter, page, told):
    supporter.tells(page, note="<b>" + "x" * 600)
    assert len(note_text(given().vault, told()[0].note_sealed)) == 500
    assert "<b>x" not in supporter.reads(page)


def test_after_a_day_it_is_too_late(supporter, page, clock, calls):
    clock.passes(hours=25)
    answer = supporter.tells(page)
    assert (answer.status_code, calls()) == (303, [])
    assert "takes no reports any more" in supporter.reads(answer.location)
    assert "tel:" in supporter.reads(answer.location)


def test_a_forged_token_tells_nothing(supporter, page, calls):
    assert supporter.tells(page[:-3] + "AAA").status_code == 404
    assert calls() == []


@pytest.mark.parametrize("state", [CampaignState.PAUSED, CampaignState.ARCHIVED])
def test_whoever_called_before_the_campaign_rested_may_say_so(supporter, page, session, calls, state):
    session.execute(update(Campaign).values(state=state))
    session.commit()
    supporter.tells(page)
    assert len(calls()) == 1


def test_who_only_wants_another_language_tells_nothing(supporter, page, calls):
    supporter.tells(page)
    answer = supporter.client.post(f"{page}?language=es", data={"outcome": "contact", "line": "0", "note": "Hola"})
    assert (answer.status_code, len(calls())) == (303, 1)
    told = supporter.reads(answer.location)
    assert ("Hola</textarea>" in told, 'lang="es"' in told, "Elija" in told) == (True, True, False)


def test_a_visitor_who_opens_very_many_pages_is_shown_the_number_and_counts_no_more(supporter, calls):
    form = supporter.form(own="1")
    *_, before, page = (supporter.sends(form).location for _ in range(PAGES.at_most + 1))
    assert supporter.tells(before).status_code == 303
    last = supporter.tells(page)
    assert (last.status_code, len(calls())) == (303, 1)
    assert "Very many pages were opened where you are" in supporter.reads(last.location)
    assert "tel:" in supporter.reads(last.location)


def test_what_was_typed_on_one_page_is_shown_on_no_other(supporter, page):
    supporter.tells(page)
    key = supporter.tells(page, "", note="Hola").location.partition("asked=")[2].partition("#")[0]
    other = supporter.asks_for_the_number()
    supporter.tells(other)
    assert "Hola" in supporter.reads(f"{page}?asked={key}")
    assert "Hola" not in supporter.reads(f"{other}?asked={key}")


def test_the_way_back_keeps_what_was_typed(supporter):
    page = supporter.asks_to_be_called(own="1", name="Zoë").location.partition("#")[0]
    back = re.search(r'href="(/c/[^"]+/asked/[^"]+)">Back to the campaign', supporter.reads(page))[1]
    form = supporter.reads(back)
    for kept in ('value="Holyoke"', 'value="(•••) •••-••23"', 'value="Zoë"', 'value="en" checked'):
        assert kept in form
