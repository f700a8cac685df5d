"""Forty people in one hall on one address: by the code all get through; without it nobody rings more than before."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.limits.rooms.codes import written
from app.limits.rooms.opening import Wanted, close_room, open_room
from app.web.phone_bank.code import USED_UP, WHY_NOT
from models import Call, CallSource, DialIn, LinePace, PhoneBank
from models.pace import MOST_AT_ONCE
from tests.world.calls import office_of
from tests.world.campaign.campaigns import safe_communities
from tests.world.people.on_the_phone import OnThePhone
from tests.world.people.supporter import Supporter

NUMBERS = [f"{area} 555 01{nth:02d}" for area in (413, 508) for nth in range(30)]
AN_HOUR = timedelta(hours=1)


@pytest.fixture
def now(app):
    return app.extensions["ringdown"].clock()


@pytest.fixture
def opens(session, campaign, now):
    """Opens a phone bank; returns its code."""

    def opens(people=40, begins=-AN_HOUR, lasts=4 * AN_HOUR, of=None):
        wanted = Wanted("First Church hall", people, now + begins, now + begins + lasts)
        room_id = open_room(session, of or campaign, wanted, by="ana@example.org", now=now)
        session.commit()
        return session.get_one(PhoneBank, room_id).code

    return opens


@pytest.fixture
def in_the_hall(client, session, campaign):
    """Ask with as many numbers, all from one address; the last answer. Nobody waits for the office."""
    session.add(LinePace(e164=office_of(session).number, at_once=MOST_AT_ONCE))
    session.commit()

    def in_the_hall(numbers, **typed):
        for phone in numbers:
            answer = Supporter(client).asks_to_be_called(phone=phone, **typed)
        session.rollback()
        return answer

    return in_the_hall


def rung(session, **which):
    return session.scalar(select(func.count(Call.phone_hash.distinct())).filter_by(**which))


def test_forty_get_through_the_forty_first_does_not_and_without_the_code_five_do(in_the_hall, opens, session):
    code = opens()
    in_the_hall(NUMBERS[:40], room=written(code).lower())
    assert rung(session) == 40
    answer = in_the_hall(NUMBERS[40:41], room=code)
    assert (answer.status_code, str(USED_UP) in answer.text) == (409, True)
    assert f"(•••) •••-••{NUMBERS[40][-2:]}" in answer.text  # what was typed stands there still
    in_the_hall(NUMBERS[41:49])
    assert rung(session) == 45
    room_id = session.scalar(select(PhoneBank.id))
    assert rung(session, phone_bank_id=room_id) == 40


def test_whoever_is_rung_twice_takes_no_place_from_others(in_the_hall, opens, session):
    code = opens(people=2)
    in_the_hall([NUMBERS[0]], room=code)
    session.execute(Call.__table__.update().values(status="completed", ended_at=func.now()))
    session.commit()
    in_the_hall([NUMBERS[0], NUMBERS[1]], room=code)
    assert rung(session) == 2


def test_as_many_may_agree_on_a_time_at_one_office(in_the_hall, opens, session):
    in_the_hall(NUMBERS[:3], room=opens(), when="in-an-hour")
    assert rung(session, status="scheduled") == 3


def test_as_many_may_wait_with_a_code_to_dial_us(in_the_hall, opens, session, app):
    most = app.extensions["ringdown"].settings.visitor_codes
    in_the_hall(NUMBERS[: most + 2], room=opens(), dial="1")
    assert session.scalar(select(func.count()).select_from(DialIn)) == most + 2


@pytest.mark.parametrize(
    ("when", "why"),
    [({"begins": AN_HOUR}, "not-yet"), ({"begins": -5 * AN_HOUR}, "over"), ({"begins": -4 * AN_HOUR}, "over")],
)
def test_before_and_after_its_hours_the_code_says_so(in_the_hall, opens, session, when, why):
    answer = in_the_hall(NUMBERS[:1], room=opens(**when))
    assert (answer.status_code, str(WHY_NOT[why]) in answer.text, rung(session)) == (422, True, 0)


def test_a_phone_bank_that_was_closed_is_over(in_the_hall, opens, session, campaign, now):
    code = opens()
    assert close_room(session, campaign, session.scalar(select(PhoneBank.id)), now)
    session.commit()
    assert str(WHY_NOT["over"]) in in_the_hall(NUMBERS[:1], room=code).text


def test_another_campaigns_code_is_no_code_here(in_the_hall, opens, session):
    other = safe_communities()
    other.slug, other.phone_number = "another", "+16175550101"
    session.add(other)
    session.commit()
    assert str(WHY_NOT["unknown"]) in in_the_hall(NUMBERS[:1], room=opens(of=other.id)).text


def test_whoever_guesses_is_stopped_and_a_right_code_helps_no_more_until_later(in_the_hall, opens, session):
    code = opens()
    assert str(WHY_NOT["unknown"]) in in_the_hall(NUMBERS[:30], room="WRONG222").text
    for typed in ("WRONG222", code):
        assert str(WHY_NOT["tried-often"]) in in_the_hall(NUMBERS[:1], room=typed).text
    assert rung(session) == 0
    in_the_hall(NUMBERS[:1])
    assert rung(session) == 1


def test_own_phones_are_counted_for_the_room(in_the_hall, opens, client, session):
    page = in_the_hall(NUMBERS[:1], room=opens(), own="1").location.partition("#")[0]
    client.post(page, data={"line": "0", "outcome": "contact", "at": "1"})
    session.rollback()
    call = session.scalars(select(Call)).one()
    assert (call.source, call.phone_bank_id) == (CallSource.OWN_PHONE, session.scalar(select(PhoneBank.id)))


def test_a_code_to_dial_us_brings_the_room_along(in_the_hall, opens, session, app, now):
    in_the_hall(NUMBERS[:1], room=opens(), dial="1")
    page = session.scalars(select(DialIn)).one()
    call = Call(
        campaign_id=page.campaign_id, campaign_version=1, source=CallSource.HOTLINE, status="answered", heard={}
    )
    session.add(call)
    session.commit()
    phone = OnThePhone.of(session, replace(app.extensions["ringdown"], clock=lambda: now), call.id, "+14135550142")
    assert phone.answers("where", keys=page.code, turn=1).step == "code_accepted"
    assert rung_for(session, call.id) == session.scalar(select(PhoneBank.id))


def test_who_calls_by_themselves_after_a_call_in_vain_is_counted_for_the_room(in_the_hall, opens, client, session):
    called = in_the_hall(NUMBERS[:1], room=opens()).location.partition("#")[0]
    session.execute(Call.__table__.update().values(status="no-answer", ended_at=func.now()))
    session.commit()
    page = client.post(f"{called}/own").location.partition("#")[0]
    client.post(page, data={"line": "0", "outcome": "contact", "at": "1"})
    session.rollback()
    by_themselves = session.scalars(select(Call.id).where(Call.source == CallSource.OWN_PHONE)).one()
    assert rung_for(session, by_themselves) == session.scalar(select(PhoneBank.id))


def rung_for(session, call_id):
    """The room that a call is counted for."""
    session.rollback()
    return session.scalar(select(Call.phone_bank_id).where(Call.id == call_id))


def test_the_link_brings_the_code_and_says_where(client, opens):
    code = opens()
    page = client.get(f"/c/safe-communities?room={code}").text
    assert f'value="{code}"' in page
    assert "You call together with everybody at First Church hall." in page


def test_a_link_that_is_wrong_says_so(client, campaign, opens):
    for typed in ("WRONG222", "x" * 5000, "%00", "'"):
        assert str(WHY_NOT["unknown"]) in client.get("/c/safe-communities", query_string={"room": typed}).text


def test_the_code_goes_along_through_another_question(client, opens, campaign):
    code = opens()
    page = Supporter(client).asks_to_be_called(phone=NUMBERS[0], town="Lowell", room=code).text
    assert f'<input type="hidden" name="room" value="{code}">' in page
