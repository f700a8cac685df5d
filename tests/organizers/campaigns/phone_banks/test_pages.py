"""Phone banks as organizers open, print, watch and close them."""

import re
from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import func, select

from app.clock import EASTERN
from app.limits.rooms.codes import LENGTH, LETTERS, written
from models import AuditEvent, Call, CallSource, PhoneBank
from tests.organizers.conftest import hidden_fields


@pytest.fixture
def at(campaign):
    return f"/organizers/campaigns/{campaign}/phone-banks"


@pytest.fixture
def typed(app):
    """As it stands in the fields of a moment, so many hours from now."""

    def typed(hours):
        moment = app.extensions["ringdown"].clock() + timedelta(hours=hours)
        return f"{moment.astimezone(EASTERN):%Y-%m-%dT%H:%M}"

    return typed


@pytest.fixture
def opens(signed_in, at, typed, session):
    """Fills the form and sends it."""

    def opens(**fields):
        form = {"place": "First Church hall", "people": "40", "closes_at": typed(4)} | fields
        answer = signed_in.sends(at, **hidden_fields(signed_in.reads(at), at) | form)
        session.rollback()
        return answer

    return opens


def test_it_is_open_at_once_and_its_sheet_has_code_link_and_picture(opens, signed_in, session):
    sheet = opens().location
    room = session.scalars(select(PhoneBank)).one()
    assert (room.people, room.place, room.made_by) == (40, "First Church hall", "organizer@example.org")
    assert re.fullmatch(f"[{LETTERS}]{{{LENGTH}}}", room.code)
    page = unescape(signed_in.reads(sheet))
    assert written(room.code) in page
    assert f"http://127.0.0.1:8080/c/safe-communities?room={room.code}" in page
    assert '<div class="qr" role="img"' in page
    assert "<svg" in page
    event = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
    assert (event.subject, event.after["people"]) == ("the phone bank at First Church hall", 40)


@pytest.mark.parametrize(
    ("hours", "fields", "told"),
    [
        ((), {"place": " "}, "Say where"),
        ((), {"people": "0"}, "A number from 1 to 500."),
        ((), {"people": "501"}, "A number from 1 to 500."),
        ((), {"people": "forty"}, "A number from 1 to 500."),
        ((), {"people": "٤٠"}, "A number from 1 to 500."),
        ((), {"closes_at": ""}, "Say when it ends."),
        ((), {"closes_at": "tomorrow"}, "Type a date and a time"),
        ((1, 26), {}, "a day at most"),
        ((3, 2), {}, "It ends before it begins."),
        ((-3, -2), {}, "That is past already."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(opens, session, typed, hours, fields, told):
    moments = dict(zip(("opens_at", "closes_at"), map(typed, hours), strict=False))
    answer = opens(place="A <b>hall</b>", **moments) if not fields else opens(**fields)
    assert (answer.status_code, told in unescape(answer.text)) == (422, True)
    assert session.scalars(select(PhoneBank)).all() == []


def test_it_is_closed_by_one_button_once(opens, signed_in, at, session):
    opens()
    room_id = session.scalar(select(PhoneBank.id))
    close = f"{at}/{room_id}/close"
    form = hidden_fields(signed_in.reads(at), close)
    assert signed_in.sends(close, **form).location.endswith("?done=closed")
    assert signed_in.sends(close, **form).location.endswith("?done=same")
    assert "closed by hand" in signed_in.reads(at)
    assert "This phone bank is over." in signed_in.reads(f"{at}/{room_id}")


def test_its_calls_are_one_in_the_log(opens, signed_in, called, session, at):
    opens()
    room_id = session.scalar(select(PhoneBank.id))
    for nth in range(2):
        called(phone_bank_id=room_id, phone_hash=bytes([nth]))
    called(phone_bank_id=room_id, phone=None, source=CallSource.OWN_PHONE)
    called(town="Lowell", phone_hash=b"z")
    page = signed_in.reads("/organizers/calls", room=room_id)
    assert page.count("First Church hall</span>") == 3
    assert "Lowell<" not in page
    assert "First Church hall" in signed_in.reads(f"/organizers/calls/{session.scalar(select(func.min(Call.id)))}")
    shown = unescape(re.sub(r"<[^>]+>", "", signed_in.reads(at)))
    assert "2 of 40 numbers rung · 3 calls in the log, 1 on own phones." in shown
    assert "There is no such phone bank" in signed_in.reads("/organizers/calls", room="0")


@pytest.mark.parametrize("which", ["0", "9" * 30])
def test_a_phone_bank_that_is_not_there_has_no_sheet(signed_in, at, which):
    assert signed_in.opens(f"{at}/{which}").status_code == 404
