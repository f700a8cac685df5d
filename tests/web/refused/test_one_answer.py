"""A number that is blocked, limited, or in a call: whoever typed it gets one answer, and whose it is the reason."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from app import create_app
from app.calls.life.status import move_call
from app.guard.phone_vault import DO_NOT_CALL, PHONE
from app.language.languages import LANGUAGES
from app.limits.rate import AN_HOUR
from app.store.db import close_db
from benchmarks.watching import all_statements
from models import Call, CallStatus, DoNotCall, EventSource, NeverRung, NumberRung
from tests.world.calls import a_call
from tests.world.log_lines import log_lines
from tests.world.people.supporter import Supporter
from tests.world.time.wall_clock import WallClock

THEIRS = "+14135550177"

pytestmark = pytest.mark.usefixtures("campaign")


@pytest.fixture
def own(app):
    return app.extensions["ringdown"]


@pytest.fixture
def somebody(app):
    """A browser that knows of no call."""
    return lambda: Supporter(app.test_client())


def asked_for_peace(session, own, somebody):
    session.add(DoNotCall(phone_hash=own.vault.fingerprint(THEIRS, purpose=DO_NOT_CALL), how="test"))


def is_listed(session, own, somebody):
    added = {"what": "The Daily Example", "added_at": datetime.now(UTC), "added_by": "ana@example.org"}
    session.add(NeverRung(begins=THEIRS[:-1], **added))


def is_ringing(session, own, somebody):
    somebody().asks_to_be_called(phone=THEIRS)


def was_rung_often(session, own, somebody):
    its = {"phone_hash": own.vault.fingerprint(THEIRS, purpose=PHONE), "in_vain": 0, "over_at": own.clock() + AN_HOUR}
    session.add(NumberRung(rang=[own.clock()] * 2, **its))


OF_THIS_REQUEST = {"Location", "Content-Length", "X-Request-ID"}
ALL = (asked_for_peace, is_listed, is_ringing, was_rung_often)


@pytest.fixture(params=ALL)
def is_so(request, session, own, somebody):
    """One of the reasons, which only the database knows."""
    request.param(session, own, somebody)
    session.commit()
    return request.param


def what_came(supporter, phone=THEIRS, **typed):
    """All of an answer by which it could be told from another, but the sealed address, which is another every time."""
    answer = supporter.asks_to_be_called(phone=phone, **typed)
    headers = {name: value for name, value in answer.headers if name not in OF_THIS_REQUEST}
    texts = (answer.text, supporter.client.get(answer.location).text)
    return answer.status_code, headers, *(re.sub(r"/(own|asked)/[\w-]+", "", text) for text in texts)


def usual(somebody):
    """What came of an institution's number, of which everybody may know that we do not ring it."""
    return what_came(somebody(), phone="617 725 4005")


def test_the_answer_is_the_same_to_the_byte(somebody, is_so):
    assert what_came(somebody()) == usual(somebody)


def test_it_asks_the_database_the_same(somebody, is_so):
    what_came(somebody())
    usual(somebody)
    with ThreadPoolExecutor(1) as elsewhere, all_statements() as theirs:
        elsewhere.submit(what_came, somebody()).result()
    with ThreadPoolExecutor(1) as elsewhere, all_statements() as others:
        elsewhere.submit(usual, somebody).result()
    assert of_the_click(theirs) == of_the_click(others)
    assert len(of_the_click(theirs)) > 2


def of_the_click(seen):
    """Without what any request asks from time to time: who the carrier is, and what time it is."""
    return [text for text in seen.texts if "carrier_setup" not in text and "clock_timestamp" not in text]


def test_it_says_what_to_do_instead(somebody, is_so):
    *_, page = what_came(somebody(), name="Ana")
    assert "We do not ring this number now. Please call on your own phone." in page
    assert ('data-line="0"' in page, 'href="tel:+16175550100"' in page) == (True, True)  # the office's number, and ours
    assert ("Type my number again" in page, 'name="town" value="Holyoke"' in page) == (True, True)


@pytest.mark.parametrize("code", [one.code for one in LANGUAGES])
def test_it_is_the_same_in_every_language(somebody, session, own, code):
    asked_for_peace(session, own, somebody)
    session.commit()
    one, other = somebody(), somebody()
    for supporter in (one, other):
        supporter.client.set_cookie("language", code)
    assert what_came(one) == what_came(other, phone="617 725 4005")


@pytest.fixture
def on_saturday(settings, campaign, app):
    """Browsers that come when offices are closed."""
    there = create_app(settings.model_copy(update={"always_open": False}), clock=WallClock("2026-10-31 14:00"))
    there.test_client_class = app.test_client_class
    yield lambda: Supporter(there.test_client())
    close_db(there)


def test_a_time_that_was_agreed_on_with_that_number_is_no_news_either(on_saturday):
    assert "/call/" in on_saturday().asks_to_be_called(phone=THEIRS, when="open").location
    assert what_came(on_saturday(), when="open") == what_came(on_saturday(), phone="617 725 4005", when="open")


def test_who_agreed_on_it_is_told(on_saturday):
    supporter = on_saturday()
    supporter.asks_to_be_called(when="open")
    answer = supporter.asks_to_be_called(when="open")
    assert (answer.status_code, "We are to ring this number already" in answer.text) == (409, True)


def test_whoever_waits_in_a_long_line_learns_nothing_by_it(somebody, session, own, campaign):
    asked_for_peace(session, own, somebody)
    for nth in range(40):
        a_call(session, own, campaign, phone=f"+141355501{nth:02d}", keeps_place=True)
    session.commit()
    one, other = somebody().asks_to_be_called(phone=THEIRS), somebody().asks_to_be_called(phone="617 555 0199")
    assert "Very many people are calling now" in one.text
    assert (one.status_code, len(one.text)) == (other.status_code, len(other.text))


def own_call(session, supporter, status):
    """A call of this browser's to that number, which came so far and is over."""
    supporter.asks_to_be_called(phone=THEIRS)
    call_id = session.scalars(select(func.max(Call.id))).one()
    for one in (CallStatus.DIALING, status, CallStatus.COMPLETED):
        move_call(session, call_id, one, source=EventSource.CARRIER)
    session.commit()


def test_whose_phone_it_is_is_told_that_it_was_rung_often(somebody, session, own):
    supporter = somebody()
    own_call(session, supporter, CallStatus.ACCEPTED)
    was_rung_often(session, own, somebody)
    session.commit()
    answer = supporter.asks_to_be_called(phone=THEIRS)
    assert (answer.status_code, "as often as we may for now" in answer.text) == (409, True)


def test_whose_phone_it_is_is_told_that_it_asked_for_peace(somebody, session, own):
    supporter = somebody()
    own_call(session, supporter, CallStatus.ACCEPTED)
    asked_for_peace(session, own, somebody)
    session.commit()
    assert "This number asked us never to call it again." in supporter.asks_to_be_called(phone=THEIRS).text


@pytest.mark.parametrize("reason", [asked_for_peace, was_rung_often])
def test_whoever_had_a_stranger_rung_is_not(somebody, session, own, reason):
    supporter = somebody()
    own_call(session, supporter, CallStatus.ANSWERED)
    reason(session, own, somebody)
    session.commit()
    assert what_came(supporter)[0] == 303


@pytest.mark.parametrize("reason", [asked_for_peace, is_listed, was_rung_often])
def test_who_asked_twice_knows_that_by_themselves_whatever_else_is_so(somebody, session, own, reason):
    supporter = somebody()
    for _ in range(2):
        own_call(session, supporter, CallStatus.ANSWERED)
    reason(session, own, somebody)
    session.commit()
    answer = supporter.asks_to_be_called(phone=THEIRS)
    assert (answer.status_code, "as often as we may for now" in answer.text) == (409, True)


def test_who_is_being_rung_is_led_to_that_call(somebody):
    supporter = somebody()
    page = supporter.asks_to_be_called(phone=THEIRS).location.removesuffix("#main")
    answer = supporter.asks_to_be_called(phone=THEIRS)
    assert (answer.status_code, "We are ringing this number already" in answer.text) == (409, True)
    assert f'href="{page}"' in answer.text


def test_the_log_has_the_reason_and_no_number(somebody, own, session):
    asked_for_peace(session, own, somebody)
    session.commit()
    with log_lines() as written:
        what_came(somebody())
    (line,) = [one for one in written().splitlines() if "number_not_rung" in one]
    assert ("asked-for-peace" in line, "555" in line) == (True, False)
