"""The drill: whoever takes the computer, but not its keys, finds nobody in it, whichever way they came to us."""

import logging
import tempfile
from dataclasses import replace

import pytest
from sqlalchemy import select, text

from app.calls.life.status import move_call
from app.instance import instance_folder
from app.serving import logs
from models import Call, CallStatus, EventSource, Feedback
from tests.world.addresses import working_addresses
from tests.world.carrier.signed_sender import SignedSender
from tests.world.database.raw import Seized, forms_of
from tests.world.log_lines import log_lines
from tests.world.people.careless import quotes
from tests.world.people.hotline_caller import HotlineCaller
from tests.world.people.supporter import Supporter
from tests.world.time.clocks import local

BY_PAGE, BY_HOTLINE, REFUSES, FAILS, BOOKS = (f"+1617555017{nth}" for nth in range(5))
NUMBERS = (BY_PAGE, BY_HOTLINE, REFUSES, FAILS, BOOKS)
NAME, STREET, NOTE, CALLER_NAME = "Xanthippe", "Quillback Crossing", "quincunx marmalade", "ZUGZWANG VERONIKA"
SAID = "zenzizenzic lane in monson"  # where somebody lives, as the carrier understood it
CANARIES = (*NUMBERS, NAME, STREET, NOTE, CALLER_NAME, SAID)
IN_CLEAR = "what anybody may read"
SATURDAY = local("2026-10-31 14:00")


class Carrier(SignedSender):
    """Tells of a call with all that carriers know of whoever is rung."""

    number = ""

    def posts(self, what, form, **more):
        """Its form, with who that is."""
        return super().posts(what, {"To": self.number, "CallerName": CALLER_NAME, **form}, **more)


@pytest.fixture
def seized(clean_database, app, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return Seized(clean_database)


@pytest.fixture
def visitor(app):
    """Somebody in front of a browser of their own."""
    return lambda: Supporter(app.test_client())


@pytest.fixture
def rung(app, session, visitor):
    """A call that somebody asked for on the page, whose phone rings."""

    def rung(nth, number, **typed):
        answer = visitor().asks_to_be_called(phone=number, name=NAME, **typed)
        assert answer.status_code == 303
        call_id = session.scalar(select(Call.id).order_by(Call.id.desc()).limit(1))
        move_call(session, call_id, CallStatus.DIALING, source=EventSource.WORKER)
        session.commit()
        carrier = Carrier(app, call_id, supporter_leg=f"CA{nth:032d}")
        carrier.number = number
        carrier.reports("ringing", 0)
        return carrier, answer.location.partition("#")[0]

    return rung


@pytest.fixture
def all_of_it(app, another_app, session, campaign, rung, visitor):
    """Each way by which anybody gets to us; what was printed meanwhile."""
    closed, careless = another_app(always_open=False), another_app()  # before: to make one sets the level of the log
    with log_lines("DEBUG") as printed:
        talks, page = rung(1, BY_PAGE, address=STREET)
        talks.asks()
        talks.asks("after/greeting/0/1", Digits="1")
        talks.asks("after/script/0/2", Digits="1")
        talks.reports("in-progress", 1, office=True, at=20)
        talks.reports("completed", 2, office=True, at=50, CallDuration="30")
        talks.reports("completed", 3, at=60, CallDuration="60")
        talks.client.post(f"{page}/feedback", data={"outcome": "contact", "stance": "yes", "note": NOTE})
        refuses, _ = rung(2, REFUSES)
        refuses.asks()
        refuses.asks("after/greeting/0/1", Digits="9")
        refuses.asks("after/never_again_sure/0/2", Digits="9")
        fails, _ = rung(3, FAILS)
        fails.reports("failed", 1, ErrorCode="21211", SipResponseCode="404")
        fails.posts("status", {"CallSid": "", "CallStatus": "no such word"})
        dials = HotlineCaller(app, session.scalar(select(Call.id).order_by(Call.id.desc()).limit(1)) + 1)
        dials.number = BY_HOTLINE
        dials.dials(CallerName=CALLER_NAME)
        dials.says("welcome", Digits="1", CallerName=CALLER_NAME)
        dials.says("where", 2, SpeechResult=SAID, CallerName=CALLER_NAME)
        visitor().asks_to_be_called(own="1", phone=BY_PAGE, consent="", name=NAME)
        closed.extensions["ringdown"] = replace(closed.extensions["ringdown"], clock=lambda: SATURDAY)
        Supporter(closed.test_client()).asks_to_be_called(phone=BOOKS, name=NAME, when="open")
        visitor().asks_to_be_called(phone=BY_PAGE, town="nowhere at all", name=NAME, address=STREET)
        quotes(careless, CANARIES, NUMBERS)
    session.rollback()
    assert session.scalars(select(Feedback)).one().note_sealed, "of a note that was not taken none is found"
    return printed()


def test_nobody_is_found_in_what_is_written(seized, all_of_it, session, tmp_path):
    session.execute(text("CREATE TABLE drill AS SELECT :word AS word"), {"word": IN_CLEAR})
    session.commit()
    try:
        found = seized.where([IN_CLEAR, *CANARIES], tmp_path, *beside())
    finally:
        session.execute(text("DROP TABLE drill"))
        session.commit()
    assert set(found) == {IN_CLEAR}, found  # without it the search finds nothing at all


def beside():
    """What lies beside the database on the same disk."""
    return [it for it in instance_folder().iterdir() if it.name != "postgres"]


def test_nobody_is_found_in_what_is_printed_nor_on_pages_that_anybody_may_read(
    seized, all_of_it, app, client, campaign, session
):
    pages = [address.path for address in working_addresses(app, client, campaign, session)]
    stranger = app.test_client()
    shown = b"".join(stranger.get(path).get_data() for path in [*pages, "/nowhere", "/healthz", "/readyz"])
    assert "quoted" in all_of_it, "nothing that could tell of somebody was printed"
    assert named_in(all_of_it.encode() + b" ".join(shown.split())) == set()


def named_in(text):
    """Who, or what of them, stands in it in whatever form."""
    inside = text.lower()
    return {word for word in CANARIES for form in forms_of(word) if form in inside}


@pytest.mark.parametrize(
    ("rule", "instead", "found"),
    [
        ("_mask", lambda _logger, _method, event: event, CANARIES),
        ("_MaskingFormatter", logging.Formatter, CANARIES),
        ("masked", str, NUMBERS),
    ],
)
def test_without_any_rule_that_masks_the_log_somebody_is_found_there(another_app, monkeypatch, rule, instead, found):
    monkeypatch.setattr(logs, rule, instead)
    careless = another_app()
    with log_lines() as printed:
        quotes(careless, CANARIES, NUMBERS)
    assert named_in(printed().encode()) == set(found)
