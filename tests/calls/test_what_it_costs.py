"""What a call costs the database: few statements, and one commit where something is kept."""

import pytest
from sqlalchemy import select, update

from app.campaigns.in_force import campaign_words
from app.representatives import directory
from models import Call, CalledOffice, OfficeLine
from tests.calls.steps.situations import World, closed
from tests.world.people.supporter import Supporter

SPEAK_ONLY = {
    "asked again": ("after/greeting/0/1", {"Digits": "7"}),
    "ready to be connected": ("after/script/0/2", {}),
    "asked again how it went": ("after/after_office/0/4", {}),
    "goodbye": ("after/survey_again/0/5", {}),
}
RECORDING = {
    "answered": ("answered", {}),
    "pressed 1": ("after/greeting/0/1", {"Digits": "1"}),
    "no key": ("after/greeting_last/0/3", {}),
    "talked": ("after/after_office/0/4", {"Digits": "1"}),
    "left a message": ("after/survey_again/0/5", {"Digits": "2"}),
}
REPORTS = {
    "first": (lambda carrier: carrier.reports("ringing", 1), (1, 0)),
    "of the office": (lambda carrier: carrier.reports("in-progress", 2, office=True), (1, 0)),
    "the last": (lambda carrier: carrier.reports("completed", 9, CallDuration="9"), (1, 0)),
}


@pytest.fixture
def cost(session, campaign, count_statements):
    """Statements and commits of something that is done now; the campaign's words were read before."""
    campaign_words(session, campaign, 1)

    def cost(act):
        session.rollback()
        count_statements.reset()
        act()
        return len(count_statements.statements), count_statements.commits

    return cost


@pytest.fixture
def talked(session, carrier):
    """The carrier of a call whose office was on the line."""
    carrier.reports("completed", 3, office=True, at=50, CallDuration="42")
    session.execute(update(Call).values(holds_line=select(OfficeLine.e164).join(CalledOffice).scalar_subquery()))
    session.commit()
    return carrier


@pytest.mark.parametrize(("what", "form"), SPEAK_ONLY.values(), ids=SPEAK_ONLY)
def test_a_turn_that_only_speaks_reads_the_call_and_writes_nothing(talked, cost, what, form):
    assert cost(lambda: talked.asks(what, **form)) == (1, 0)


@pytest.mark.parametrize(("what", "form"), RECORDING.values(), ids=RECORDING)
def test_a_turn_that_is_kept_takes_two_statements_each_by_itself(talked, cost, what, form):
    assert cost(lambda: talked.asks(what, **form)) == (2, 0)


def test_a_turn_that_does_something_takes_two_statements_and_one_commit(talked, cost):
    assert cost(lambda: talked.asks("after/script/0/2", Digits="1")) == (2, 1)


def test_never_again_takes_no_more(talked, cost):
    assert cost(lambda: talked.asks("after/never_again_sure/0/2", Digits="9")) == (2, 1)


@pytest.mark.parametrize(("report", "spent"), REPORTS.values(), ids=REPORTS)
def test_a_report_is_one_statement_by_itself_also_of_the_end_of_a_leg(carrier, cost, report, spent):
    assert cost(lambda: report(carrier)) == spent


@pytest.mark.parametrize("code", ["21211", "21210", "20005", "99999"])
def test_a_phone_that_could_not_be_rung_takes_one_more_whomever_the_code_pauses(carrier, cost, code):
    assert cost(lambda: carrier.reports("failed", 2, ErrorCode=code)) == (2, 1)


@pytest.mark.parametrize("code", ["13224", "13214"])
def test_an_office_to_which_we_are_not_put_through_takes_four(talked, cost, code):
    assert cost(lambda: talked.asks("after/connect/0/3", DialCallStatus="failed", ErrorCode=code)) == (4, 1)


def test_a_document_that_could_not_be_fetched_takes_two_and_one_where_that_was_told_before(carrier, cost):
    assert cost(lambda: carrier.asks("fallback", ErrorCode="11200")) == (2, 1)
    assert cost(lambda: carrier.asks("fallback", ErrorCode="11200")) == (1, 0)


def test_the_end_of_a_bridge_takes_three_statements(talked, cost):
    back = {"DialCallStatus": "completed", "DialCallSid": "CA3"}
    assert cost(lambda: talked.asks("after/connect/0/3", **back)) == (3, 1)


def test_a_line_that_was_not_reached_is_let_rest_with_one_statement_more(talked, cost):
    assert cost(lambda: talked.asks("after/connect/0/3", DialCallStatus="failed")) == (4, 1)


def test_whoever_has_no_line_yet_takes_it_in_two_more(session, talked, cost):
    session.execute(update(Call).values(holds_line=None))
    session.commit()
    assert cost(lambda: talked.asks("after/script/0/2", Digits="1")) == (4, 1)


def test_whoever_comes_to_a_closed_office_is_told_so_in_two_statements(session, own, campaign, cost):
    phone = closed(World(session, own, campaign, "en"))
    directory(session)
    assert cost(lambda: phone.answers("script", keys="1")) == (2, 1)


def test_a_repeated_report_takes_one(carrier, cost):
    carrier.reports("ringing", 1)
    assert cost(lambda: carrier.reports("ringing", 1)) <= (1, 1)


def test_a_report_of_a_call_that_never_was_writes_nothing(app, carrier, cost):
    carrier.urls = carrier.own.voice_urls(999)
    assert cost(lambda: carrier.reports("ringing", 1)) == (1, 0)


@pytest.fixture
def page(client, campaign):
    """The address of a call's page."""
    return Supporter(client).asks_to_be_called(phone="617 555 0188").location


def test_the_page_of_a_campaign_takes_one_statement(client, campaign, cost):
    visits = Supporter(client)
    visits.opens_the_page()
    assert cost(visits.opens_the_page) == (1, 0)


# A page that can be read again is counted, keeps what was typed, and reads it: the form and the page take
# these together.
CLICKS = {
    "placed": ({}, (1, 0)),
    "what is typed is no number": ({"phone": "617"}, (4, 0)),
    "a town of two districts": ({"town": "Springfield"}, (6, 0)),
}


@pytest.mark.parametrize(("typed", "spent"), CLICKS.values(), ids=CLICKS)
def test_call_me_now_is_one_statement_by_itself_and_a_question_few(client, campaign, cost, typed, spent):
    visits = Supporter(client)
    visits.asks_to_be_called(phone="617 555 0188")
    form = visits.form(**{"phone": "617 555 0189"} | typed)
    assert cost(lambda: visits.sends(form)) == spent


def test_a_number_that_is_not_rung_takes_five_with_its_page_whatever_is_known_of_it(client, campaign, cost):
    visits = Supporter(client)
    visits.opens_the_page()
    form = visits.form(phone="617 722 2400")
    assert cost(lambda: visits.sends(form)) == (5, 2)


@pytest.mark.parametrize("what", ["", "/progress"])
def test_following_a_call_takes_two_statements_at_most(client, page, cost, what):
    assert cost(lambda: client.get(f"{page}{what}")) <= (2, 0)


@pytest.mark.parametrize("what", ["", "/progress"])
def test_following_a_call_that_is_over_takes_two_statements_at_most(client, page, cost, what):
    client.post(f"{page}/cancel")
    assert cost(lambda: client.get(f"{page}{what}")) <= (2, 0)


def test_telling_of_an_office_takes_two_statements_and_one_commit(client, session, talked, cost):
    page = f"/c/safe-communities/call/{talked.own.tokens.sign('page', session.scalar(select(Call.id)))}"
    assert cost(lambda: client.post(f"{page}/feedback", data={"outcome": "contact"})) == (2, 1)
