"""Somebody dials the campaign's number: write the call down, then on like any other call."""

from collections.abc import Callable
from functools import partial

from flask import Response
from sqlalchemy.exc import IntegrityError

from app.calls.begin.afford import NoMoneyLeft
from app.calls.begin.hotline import DialedIn, Receiving, call_told_of, receive_call
from app.calls.run.report import record_status
from app.calls.steps.at_hand import AtHand
from app.calls.steps.turn import Answer, first_turn
from app.extensions import given
from app.store.db import db
from app.store.unit import light_unit
from app.voice import voice
from app.voice.erased import ONCE_OVER, erase_later
from app.voice.replies import NO_CAMPAIGN, TURNED_AWAY, nothing_to_say, telling, twiml
from app.voice.requests import caller, status_report
from app.voice.signed import carrier_form
from app.voice.test_call.office_leg import played_office
from app.voice.turns import say_trouble, speak


@voice.post("/hotline")
def dialed() -> Response:
    """The carrier asks what to say to somebody who dialed in."""
    form = carrier_form()
    dialed_in = DialedIn(form.get("CallSid", ""), form.get("To", ""), caller(form))
    if not dialed_in.sid:
        return twiml(NO_CAMPAIGN)
    if played := played_office():
        return played
    first = partial(_begin, dialed_in)
    try:
        return _twice(partial(speak, first, turn=0))
    except NoMoneyLeft:
        erase_later(dialed_in.sid, after=ONCE_OVER)
        return twiml(TURNED_AWAY)
    except _NoCampaign:
        erase_later(dialed_in.sid, after=ONCE_OVER)
        return twiml(NO_CAMPAIGN)


class _NoCampaign(Exception):
    """The number is that of none."""


def _begin(dialed_in: DialedIn, own: AtHand) -> Answer | None:
    how = Receiving(
        own.vault,
        own.clock(),
        calls_per_hour=own.settings.hotline_calls_per_hour,
        withheld_per_hour=own.settings.withheld_calls_per_hour,
        settings=own.settings,
        rehearsal=given().rehearsal,
    )
    received = receive_call(own.session, dialed_in, how)
    if received is None:
        raise _NoCampaign
    return first_turn(own, *received)


def _twice(speaks: Callable[[], Response]) -> Response:
    """Once more where the carrier told us twice at once: the call is written now."""
    try:
        return speaks()
    except IntegrityError:
        return speaks()


@voice.post("/hotline/status")
def hotline_status() -> Response:
    """The carrier reports that whoever dialed in has hung up."""
    report, changed = status_report(None), None
    with light_unit(db.engine) as work:
        call_id = call_told_of(work.connection, report.told()) if report else None
        if report and call_id:
            changed = record_status(work, call_id, report)
    return telling(nothing_to_say(), changed)


@voice.post("/hotline/fallback")
def hotline_fallback() -> Response:
    """Another URL failed; the first one, too, may have written the call down before it did."""
    return say_trouble(None, carrier_form().get("CallSid", ""))
