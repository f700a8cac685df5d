"""Where somebody is signed in: seen, ended one by one or all at once, and over after some hours."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.team.sessions import IDLE_AT_MOST, REMEMBERED_FOR
from models import AuditAct, AuditEvent, OrganizerSession
from tests.organizers.conftest import CSRF, NOON, Organizer

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"
LIST = "/organizers/account/sessions"


@pytest.fixture
def elsewhere(app, organizer):
    """The same person in another browser."""
    other = Organizer(app.test_client())
    other.client.environ_base["HTTP_USER_AGENT"] = FIREFOX
    other.signs_in()
    return other


def is_in(organizer):
    return organizer.opens("/organizers/calls").status_code == 200


def ends(organizer, session_id):
    return organizer.sends(f"{LIST}/{session_id}/end", csrf_token=token_of(organizer))


def token_of(organizer):
    return CSRF.search(organizer.reads(LIST))[1]


def test_every_device_is_listed_and_which_one_this_is(at, elsewhere, signed_in):
    page = signed_in.reads(LIST)
    assert "Firefox on Windows" in page
    assert page.count("This one") == 1
    assert page.count("Sign out there") == 1


def test_alone_there_is_nothing_to_end(at, signed_in):
    page = signed_in.reads(LIST)
    assert "You are signed in nowhere else." in page
    assert "Sign out" not in page.partition("<h1>")[2]


def test_another_device_is_signed_out(at, session, elsewhere, signed_in):
    theirs = session.scalars(select(OrganizerSession.id).where(OrganizerSession.device == "Firefox on Windows")).one()
    assert ends(signed_in, theirs).location == f"{LIST}?done=ended"
    assert (is_in(elsewhere), is_in(signed_in)) == (False, True)
    ended = select(AuditEvent.before).where(AuditEvent.act == AuditAct.SESSIONS_ENDED)
    assert session.scalars(ended).all() == [{"device": "Firefox on Windows"}]


def test_all_others_are_signed_out(at, elsewhere, signed_in):
    signed_in.sends(f"{LIST}/end-others", csrf_token=token_of(signed_in))
    assert (is_in(elsewhere), is_in(signed_in)) == (False, True)


def test_what_ended_already_is_said(at, signed_in):
    assert ends(signed_in, 2**80).location == f"{LIST}?done=gone"


def test_this_one_is_ended_at_the_top_of_the_page(at, session, signed_in):
    here = session.scalars(select(OrganizerSession.id)).one()
    assert ends(signed_in, here).location == f"{LIST}?done=here"
    assert is_in(signed_in)


def test_nobody_ends_the_session_of_another(at, session, somebody_else, signed_in):
    theirs = session.scalars(select(OrganizerSession).order_by(OrganizerSession.id)).first()
    assert ends(signed_in, theirs.id).location == f"{LIST}?done=gone"
    assert is_in(somebody_else)


def test_signing_out_ends_this_one_alone(at, elsewhere, signed_in):
    signed_in.signs_out()
    assert (is_in(elsewhere), is_in(signed_in)) == (True, False)


def test_after_half_a_day_without_a_look_one_is_signed_out(at, signed_in):
    at(NOON + IDLE_AT_MOST)
    assert not is_in(signed_in)


def test_whoever_looks_now_and_then_stays(at, signed_in):
    for hours in (11, 22, 33):
        at(NOON + timedelta(hours=hours))
        assert is_in(signed_in)


def test_whoever_ticked_the_box_stays_for_two_weeks(at, organizer):
    organizer.signs_in(remember="y")
    at(NOON + REMEMBERED_FOR - timedelta(seconds=1))
    assert is_in(organizer)
    at(NOON + 2 * REMEMBERED_FOR)
    assert not is_in(organizer)


def test_without_the_box_the_cookie_ends_with_the_browser(organizer):
    organizer.signs_in()
    assert organizer.client.get_cookie("organizer").expires is None
    organizer.signs_out()
    organizer.signs_in(remember="y")
    assert organizer.client.get_cookie("organizer").expires is not None
    assert organizer.client.get_cookie("remember_token") is None


def test_who_is_signed_in_costs_a_page_one_statement_and_no_commit(at, signed_in, count_statements):
    count_statements.reset()
    signed_in.reads("/organizers/campaigns")
    asks = [statement for statement in count_statements.statements if "organizer" in statement]
    assert (len(asks), count_statements.commits) == (1, 0)


def test_that_it_is_used_is_written_once_a_minute(at, signed_in, count_statements):
    at(NOON + timedelta(minutes=1))
    count_statements.reset()
    for _ in range(3):
        signed_in.reads("/organizers/campaigns")
    assert len([it for it in count_statements.statements if it.startswith("UPDATE organizer_session")]) == 1


def test_supporters_pages_ask_about_no_session(at, signed_in, campaign, count_statements):
    signed_in.opens("/c/safe-communities")
    count_statements.reset()
    answer = signed_in.opens("/c/safe-communities")
    assert not [it for it in count_statements.statements if "organizer" in it]
    assert "Set-Cookie" not in answer.headers


def test_where_nothing_is_left_to_end_nothing_is_written_down(at, session, signed_in):
    signed_in.sends(f"{LIST}/end-others", csrf_token=token_of(signed_in))
    assert session.scalars(select(AuditEvent).where(AuditEvent.act == AuditAct.SESSIONS_ENDED)).all() == []


def test_the_cookie_of_whoever_is_remembered_lasts_as_long_as_the_row(at, organizer):
    organizer.signs_in(remember="y")
    organizer.reads()
    assert "Set-Cookie" not in organizer.opens("/organizers/calls").headers
    at(NOON + timedelta(days=1))
    assert "Expires=" in organizer.opens("/organizers/calls").headers["Set-Cookie"]
