"""What is sent by somebody who is signed out already is kept for them, and for nobody else."""

from datetime import timedelta
from html import unescape
from io import BytesIO

import pytest
from sqlalchemy import select

from app.organizers.accounts.sessions.unsent_page import LARGEST, SAVES_AS_YOU_GO
from app.team.create import create_organizer
from app.team.sessions import end_sessions
from app.team.unsent import KEPT_FOR, forget_unsent
from models import Organizer as Account
from models import TeamRole, UnsentForm
from tests.organizers.conftest import CSRF, EMAIL, NOON, PASSWORD, Organizer, hidden_fields

PAGE = "/organizers/unsent"
LEADS_TO_IT = "/sign-in?next=/organizers/unsent"
SIGNED_OUT = "/sign-in?done=signed-out"


@pytest.fixture
def hotline(campaign):
    """A form of organizers."""
    return f"/organizers/campaigns/{campaign}/hotline"


def seen_on(page, hotline):
    """What the form says of how the hotline stood when it was shown."""
    return hidden_fields(page, hotline)["seen"]


@pytest.fixture
def typing(at, session, signed_in, hotline):
    """Somebody whose session ended while they were typing."""
    token, seen = CSRF.search(signed_in.reads(hotline))[1], seen_on(signed_in.reads(hotline), hotline)
    whose = session.scalars(select(Account.id)).one()
    end_sessions(session, whose)
    session.commit()

    def sends(path=hotline, **form):
        return signed_in.sends(path, **{"csrf_token": token, "seen": seen, "shut": "on"} | form)

    return sends


def back(organizer, email=EMAIL):
    organizer.signs_in(email, next=PAGE)
    return organizer.opens(PAGE)


def test_it_is_kept_until_they_are_back_and_sent_by_their_button(typing, signed_in, hotline):
    assert unescape(typing().location) == LEADS_TO_IT
    page = back(signed_in).text
    assert "What you typed is still here" in page
    form = hidden_fields(page, hotline)
    assert form["shut"] == "on"
    assert signed_in.sends(hotline, **form).location.endswith("done=changed")


def test_to_look_at_it_sends_nothing(typing, signed_in, hotline):
    typing()
    back(signed_in)
    signed_in.opens(PAGE)
    assert "checked" not in signed_in.reads(hotline)


def test_it_is_kept_encrypted(typing, session):
    typing(seen="a very long story")
    assert b"story" not in session.scalars(select(UnsentForm.form_encrypted)).one()


def test_what_was_typed_comes_back_to_the_letter(typing, signed_in, hotline):
    typed = 'Zeile eins\r\nline "two" <b>&amp; 🙂'
    typing(words=typed)
    assert unescape(hidden_fields(back(signed_in).text, hotline)["words"]) == typed


def test_a_file_is_said_to_be_lost(typing, signed_in, hotline):
    typing(sound=(BytesIO(b"x"), "memo.m4a"))
    assert "Your file is not among it" in back(signed_in).text


def test_it_may_be_dropped(typing, session, signed_in):
    typing()
    token = CSRF.search(back(signed_in).text)[1]
    signed_in.sends(f"{PAGE}/drop", csrf_token=token)
    assert session.scalars(select(UnsentForm)).all() == []
    assert signed_in.opens(PAGE).status_code == 302


def is_kept(session):
    session.rollback()
    return session.scalars(select(UnsentForm)).all() != []


def test_what_another_site_sends_is_not_kept(typing, session):
    assert typing(csrf_token="").location == SIGNED_OUT
    assert not is_kept(session)


def test_what_comes_with_anothers_token_is_not_kept(app, typing, session):
    stranger = Organizer(app.test_client())
    token = CSRF.search(stranger.reads("/sign-in"))[1]
    assert typing(csrf_token=token).location == SIGNED_OUT
    assert not is_kept(session)


def test_nobody_who_never_signed_in_here_leaves_anything(app, session, organizer, hotline):
    token = CSRF.search(organizer.reads("/sign-in"))[1]
    assert organizer.sends(hotline, csrf_token=token, shut="on").location == SIGNED_OUT
    assert not is_kept(session)


@pytest.mark.parametrize("form", [{"new_password": "x"}, {"words": "x" * (LARGEST + 1)}])
def test_no_password_is_kept_and_nothing_endless(typing, session, form):
    assert typing(**form).location == SIGNED_OUT
    assert not is_kept(session)


def test_of_each_only_the_newest_is_kept(typing, session):
    typing()
    typing(seen="True")
    assert len(session.scalars(select(UnsentForm)).all()) == 1


def test_whoever_else_signs_in_here_sees_nothing_of_it(typing, somebody_else, signed_in):
    typing()
    assert back(signed_in, "bob@example.org").location == "/organizers/"


def test_another_browser_of_theirs_sees_nothing_of_it(app, typing):
    typing()
    assert back(Organizer(app.test_client())).location == "/organizers/"


def test_it_is_kept_for_a_day(at, typing, session, signed_in):
    typing()
    forget_unsent(session, NOON + KEPT_FOR - timedelta(seconds=1))
    assert len(session.scalars(select(UnsentForm)).all()) == 1
    session.commit()
    at(NOON + KEPT_FOR)
    assert back(signed_in).location == "/organizers/"
    forget_unsent(session, NOON + KEPT_FOR)
    assert session.scalars(select(UnsentForm)).all() == []


def test_whoever_was_removed_leaves_nothing(typing, session):
    session.delete(session.scalars(select(Account)).one())
    create_organizer(session, "another@example.org", PASSWORD, role=TeamRole.ADMIN)
    session.commit()
    assert typing().location == SIGNED_OUT


def test_that_nothing_was_done_is_said(organizer):
    assert "You had been signed out, so nothing was done." in organizer.reads(SIGNED_OUT)


def test_how_long_one_is_signed_in_is_told_and_not_made_longer(at, signed_in):
    at(NOON + timedelta(hours=11, minutes=58))
    for _ in range(2):
        answer = signed_in.opens("/sign-in/left").json
        assert answer["seconds"] == 120
    at(NOON + timedelta(hours=12))
    assert signed_in.opens("/sign-in/left").json["seconds"] == 0


def test_the_token_it_tells_is_the_one_that_forms_need(at, signed_in, hotline):
    token, seen = signed_in.opens("/sign-in/left").json["token"], seen_on(signed_in.reads(hotline), hotline)
    assert signed_in.sends(hotline, csrf_token=token, seen=seen, shut="on").location.endswith("done=changed")


def test_whoever_signs_in_again_keeps_the_forms_of_other_windows(typing, signed_in, hotline):
    stale = CSRF.search(signed_in.reads("/sign-in"))[1]
    signed_in.signs_in()
    seen = seen_on(signed_in.reads(hotline), hotline)
    assert signed_in.sends(hotline, csrf_token=stale, seen=seen, shut="on").location.endswith("done=changed")


def test_whoever_is_somebody_else_does_not(typing, somebody_else, signed_in, hotline):
    stale = CSRF.search(signed_in.reads("/sign-in"))[1]
    signed_in.signs_in("bob@example.org", PASSWORD)
    assert signed_in.sends("/organizers/account/sessions/end-others", csrf_token=stale).status_code == 400


def test_what_a_page_saves_as_one_types_is_refused_and_stays_in_that_page(typing, signed_in, session, hotline):
    answer = signed_in.client.post(hotline, data={"shut": "on"}, headers={SAVES_AS_YOU_GO: "as-you-go"})
    assert (answer.status_code, answer.data) == (401, b"")
    assert session.scalars(select(UnsentForm)).all() == []
