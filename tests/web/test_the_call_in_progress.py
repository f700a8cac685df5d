"""A supporter follows their call on the page, cancels it, and tells what happened."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.calls.life.notes import note_text
from app.calls.life.refusals import keep_refusal
from app.calls.life.status import move_call
from app.extensions import given
from app.limits.numbers import number_of
from app.telephony.faults import fault_of
from models import Call, CallStatus, EventSource, Feedback, Leg, LegRole
from tests.world.calls import a_call
from tests.world.carrier.signed_sender import SignedSender
from tests.world.people.supporter import Supporter

pytestmark = pytest.mark.usefixtures("campaign")


@pytest.fixture
def page(client):
    """The address of a call's page."""
    return Supporter(client).asks_to_be_called(name="Zoë").location.removesuffix("#main")


@pytest.fixture
def carrier(app, page, session):
    """The carrier, which has been asked to ring."""
    call_id = session.scalars(select(Call.id)).one()
    move_call(session, call_id, CallStatus.DIALING, source=EventSource.WORKER)
    session.commit()
    return SignedSender(app, call_id)


def sentence(client, page):
    return re.search(r'role="status">([^<]+)<', client.get(f"{page}/progress").text)[1]


def talks(carrier):
    carrier.reports("ringing", 1, at=0)
    carrier.asks("answered")
    carrier.asks("after/greeting/0/1", Digits="1")
    carrier.asks("after/script/0/2", Digits="1")
    carrier.reports("ringing", 1, office=True, at=60)
    carrier.reports("in-progress", 2, office=True, at=66)


def hangs_up(carrier):
    carrier.reports("completed", 3, office=True, at=108, CallDuration="42")
    carrier.reports("completed", 9, at=120, CallDuration="110")


def test_the_page_follows_the_call_from_ringing_to_talking(client, page, carrier):
    said = [sentence(client, page)]
    carrier.reports("ringing", 1)
    said.append(sentence(client, page))
    carrier.asks("answered")
    said.append(sentence(client, page))
    carrier.asks("after/greeting/0/1", Digits="1")
    said.append(sentence(client, page))
    carrier.asks("after/script/0/2", Digits="1")
    said.append(sentence(client, page))
    starts = [
        "We are ringing you",
        "Your phone is ringing",
        "Your phone is ringing",
        "We are reading",
        "Calling the office",
    ]
    assert [one[: len(start)] for one, start in zip(said, starts, strict=True)] == starts


def test_where_the_carrier_did_not_say_whether_it_rings_the_office_s_number_is_there(client, page, carrier, session):
    keep_refusal(session, carrier.call_id, fault_of(None), carrier.own.clock())
    session.commit()
    assert "has not told us yet whether it rings you" in sentence(client, page)
    assert 'class="big-number" href="tel:+1' in client.get(page).text
    carrier.reports("ringing", 1)
    assert "Your phone is ringing" in sentence(client, page)
    assert "big-number" not in client.get(page).text


def test_where_nobody_tells_of_the_office_s_leg_both_may_be_so(app, client, page, carrier):
    carrier.asks("answered")
    carrier.asks("after/greeting/0/1", Digits="1")
    carrier.asks("after/script/0/2", Digits="1")
    given = app.extensions["ringdown"]
    app.extensions["ringdown"] = replace(given, settings=given.settings.model_copy(update={"carrier": "somleng"}))
    assert sentence(client, page) == "Calling the office of Representative Pat Duffy, or talking with it already."


@pytest.mark.parametrize(("by", "says_star"), [("twilio", True), ("somleng", False)])
def test_who_talks_is_told_of_the_star_where_it_leaves_an_office(app, client, page, carrier, by, says_star):
    talks(carrier)
    given = app.extensions["ringdown"]
    app.extensions["ringdown"] = replace(given, settings=given.settings.model_copy(update={"carrier": by}))
    said = sentence(client, page)
    assert said.startswith("You are connected with the office of Representative Pat Duffy.")
    assert ("Press star" in said) is says_star


def test_the_seconds_tick_while_people_talk(client, page, carrier):
    talks(carrier)
    assert 'data-seconds="' in client.get(page).text


def test_the_script_is_filled_with_name_town_and_representative(client, page):
    text = client.get(page).text
    for word in ("Zoë", "Holyoke", "Representative Pat Duffy"):
        assert f'<span class="filled">{word}</span>' in text


def test_the_first_name_is_kept_by_the_browser_alone(client, page, session):
    assert "Zo\xeb" not in str(session.execute(select(Call.__table__)).all())
    client.delete_cookie("first_name")
    assert "Zoë" not in client.get(page).text


def test_the_page_shows_no_number_of_the_supporter(client, page):
    assert "555-0123" not in client.get(page).text


def test_without_scripts_the_page_reloads_itself_until_the_call_is_over(client, page):
    reloads = f'<noscript><meta http-equiv="refresh" content="5; url={page}?plain=1"></noscript>'
    assert reloads in client.get(page).text
    client.post(f"{page}/cancel")
    assert reloads not in client.get(page).text


def test_a_page_that_did_not_change_is_not_sent_again(client, page):
    etag = client.get(f"{page}/progress").headers["ETag"]
    assert client.get(f"{page}/progress", headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize("token", ["1", "abc", "Mg.aaaa.bbbb"])
def test_nobody_finds_a_call_by_guessing(client, page, token):
    assert client.get(f"/c/safe-communities/call/{token}").status_code == 404


def test_a_call_that_still_waits_is_canceled_at_once(client, page, session):
    client.post(f"{page}/cancel")
    assert session.scalars(select(Call.status)).one() is CallStatus.CANCELED
    assert sentence(client, page) == "You canceled the call."


def test_a_canceled_call_makes_room_for_the_next(client, page, session):
    client.post(f"{page}/cancel")
    assert Supporter(client).asks_to_be_called().status_code == 303


def test_after_a_call_the_page_asks_what_happened(client, page, carrier):
    talks(carrier)
    hangs_up(carrier)
    text = client.get(page).text
    assert "Tell us what happened" in text
    assert "You were on the line for 0:42" in text
    assert "data-poll" not in text


def test_what_happened_is_kept_and_thanked_for(client, page, carrier, session):
    talks(carrier)
    hangs_up(carrier)
    client.post(f"{page}/feedback", data={"outcome": "contact", "stance": "yes", "note": "Kind <b>person</b>"})
    told = session.scalars(select(Feedback)).one()
    assert (told.outcome, told.stance) == ("contact", "yes")
    assert note_text(given().vault, told.note_sealed) == "Kind <b>person</b>"
    assert "Thank you for telling us" in client.get(page).text


def test_an_answer_can_be_changed(client, page, carrier, session):
    talks(carrier)
    hangs_up(carrier)
    for outcome in ("contact", "voicemail"):
        client.post(f"{page}/feedback", data={"outcome": outcome})
    assert session.scalars(select(Feedback.outcome)).all() == ["voicemail"]
    assert session.scalars(select(Call.reported_outcome)).one() == "voicemail"


def test_an_answer_that_we_do_not_know_changes_nothing(client, page, session):
    answer = client.post(f"{page}/feedback", data={"outcome": "bogus"})
    assert answer.status_code == 303
    assert not session.scalars(select(Feedback)).all()


def test_without_an_answer_they_are_asked_again_and_what_they_typed_stays(client, page, carrier, session):
    talks(carrier)
    hangs_up(carrier)
    answer = client.post(f"{page}/feedback", data={"stance": "no", "note": "Nobody <b>knew</b>"})
    told = client.get(answer.location).text
    assert (answer.status_code, "Choose one of these, then send again." in told) == (303, True)
    assert 'value="no" checked' in told
    assert "Nobody &lt;b&gt;knew&lt;/b&gt;</textarea>" in told
    assert not session.scalars(select(Feedback)).all()


def test_to_read_it_in_another_language_tells_nothing_yet(client, page, carrier, session):
    talks(carrier)
    hangs_up(carrier)
    answer = client.post(f"{page}/feedback?language=es", data={"outcome": "contact", "note": "Kind"})
    told = client.get(answer.location).text
    assert (answer.status_code, "Kind</textarea>" in told, 'lang="es"' in told) == (303, True, True)
    assert 'value="contact" checked' in told
    assert not session.scalars(select(Feedback)).all()


def test_the_number_is_kept_encrypted(session, page, app):
    call = session.scalars(select(Call)).one()
    assert b"5550123" not in call.phone_encrypted
    assert number_of(app.extensions["ringdown"].vault, call.phone_encrypted) == "+16175550123"


def test_an_office_that_was_busy_is_not_shown_as_a_conversation(client, page, carrier):
    carrier.asks("answered")
    carrier.asks("after/connect/0/3", DialCallStatus="busy")
    text = client.get(f"{page}/progress").text
    assert "line was busy. Listen to your phone." in text
    assert 'class="done">Talking' not in text


def test_while_people_talk_nothing_is_sent_again(client, page, carrier):
    talks(carrier)
    etag = client.get(f"{page}/progress").headers["ETag"]
    assert client.get(f"{page}/progress", headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize(("minutes", "told"), [(11, ""), (12.5, "In about 3 minutes"), (14.5, "In about a minute")])
def test_a_talk_says_in_time_that_it_will_end_by_itself(client, page, carrier, app, session, minutes, told):
    talks(carrier)
    began = session.scalar(select(Leg.answered_at).where(Leg.role == LegRole.OFFICE))
    own = app.extensions["ringdown"]
    app.extensions["ringdown"] = replace(own, clock=lambda: began + timedelta(minutes=minutes))
    text = client.get(f"{page}/progress").text
    assert re.findall(r"(In about [\w ]+) this call ends by itself", text) == [told][: bool(told)]


@pytest.mark.parametrize(("before", "is_offered"), [(3, False), (6, True)])
def test_a_long_wait_offers_the_hotline_and_the_office(client, session, app, campaign, before, is_offered):
    for nth in range(before):
        a_call(session, app.extensions["ringdown"], campaign, phone=f"+1617555011{nth}")
    page = Supporter(client).asks_to_be_called().location.removesuffix("#main")
    text = client.get(page).text
    assert ("The wait is long." in text) is is_offered
    assert f"You are number {before + 1} in line" in text


def test_nobody_reports_on_a_call_that_reached_no_office(client, page, carrier, session):
    carrier.reports("busy", 2)
    client.post(f"{page}/feedback", data={"outcome": "contact"})
    assert not session.scalars(select(Feedback)).all()


def test_a_call_belongs_to_its_campaign(client, page):
    assert client.get(page.replace("safe-communities", "another")).status_code == 404


@pytest.mark.parametrize("slug", ["%00", "UPPER", "a%2fb", "ü"])
def test_an_address_that_is_no_campaigns_is_not_found(client, slug):
    assert client.get(f"/c/{slug}").status_code == 404
