"""Situations in which somebody takes a turn: an office that is closed or busy, a place that means several, …"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import cycle
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.calls.begin.code import wait_under_code
from app.calls.later.code import code_of
from app.calls.life.changes import apply_news
from app.calls.life.legs import LegNews
from app.calls.queue.claim import rest_line
from app.calls.steps.acts.so_far import as_kept
from app.calls.whom.said import Said
from app.campaigns.whom.held_back import hold_back
from app.privacy.holding.change import Wanted, begin_hold
from models import (
    ENDINGS,
    AskedWhileHeld,
    Call,
    CalledOffice,
    CallSource,
    CallStatus,
    Campaign,
    DialIn,
    DoNotCall,
    EventSource,
    LegalHold,
    LegStatus,
    LinePace,
    NumberRung,
    OfficeLine,
    RateLimit,
)
from tests.world.calls import a_call, office_of
from tests.world.people.on_the_phone import OnThePhone
from tests.world.time.clocks import local

NOON, NIGHT = local("2026-11-04 12:00"), local("2026-11-04 23:00")
CALLER = "+14135550142"
NUMBERS = cycle(range(110, 199))


@dataclass(frozen=True)
class World:
    """Where a call is made, and in which language."""

    session: Session
    given: Any
    campaign: int
    language: str


def everybody_hangs_up(session: Session) -> None:
    """Every call is over, no line rests, and nothing is counted any more."""
    ended = {"status": CallStatus.COMPLETED, "ended_at": NOON, "holds_line": None, "waits_for": None}
    session.execute(update(Call).where(Call.status.not_in(ENDINGS)).values(**ended, waits_since=None, phone_hash=None))
    for table in (AskedWhileHeld, LegalHold, DialIn, DoNotCall, LinePace, NumberRung, RateLimit):
        session.execute(delete(table))
    session.commit()


def offices(session: Session, lines: int = 1) -> tuple[Any, ...]:
    """Two office holders, the first on so many lines."""
    first = [office_of(session), replace(office_of(session, "Simon Cataldo"), nth=1)][:lines]
    return (*first, replace(office_of(session, "Jo Comerford"), nth=2))


def rung(world: World, lines: int = 1, **how: Any) -> OnThePhone:
    """We rang them, and two offices are to be called."""
    phone, reaches_for = f"+16175550{next(NUMBERS)}", offices(world.session, lines)
    how = {"phone": phone, "offices": reaches_for, "language": world.language, **how}
    call = a_call(world.session, world.given, world.campaign, **how)
    return _at(world, call.id, CallStatus.ACCEPTED, None)


def _at(world: World, call_id: int, status: CallStatus, caller: str | None) -> OnThePhone:
    world.session.execute(update(Call).where(Call.id == call_id).values(status=status))
    world.session.commit()
    given = replace(world.given, clock=lambda: NOON)
    return OnThePhone.of(world.session, given, call_id, caller)


def closed(world: World) -> OnThePhone:
    """It is night, and nobody is at the office."""
    return at_night(world, rung(world))


def full(world: World) -> OnThePhone:
    """Two others of us are on the office's line."""
    phone = rung(world)
    for _ in range(2):
        other = rung(world)
        _holds_line(world.session, other.call_id)
    return phone


def _holds_line(session: Session, call_id: int) -> None:
    number = select(OfficeLine.e164).join(CalledOffice).where(CalledOffice.call_id == call_id, CalledOffice.rank == 0)
    holds = {"holds_line": number.scalar_subquery(), "status": CallStatus.TALKING}
    session.execute(update(Call).where(Call.id == call_id).values(holds))
    session.commit()


def resting(world: World, lines: int = 1) -> OnThePhone:
    """The office's line was busy a moment ago."""
    phone = rung(world, lines)
    rest_line(world.session, offices(world.session)[0].number, NOON, timedelta(minutes=5))
    world.session.commit()
    return phone


def held_back(world: World) -> OnThePhone:
    """Since they were rung, an organizer lets nobody call the office."""
    phone = rung(world)
    hold_back(world.session, world.campaign, offices(world.session)[0].holder_id)
    world.session.commit()
    return phone


def talked(world: World) -> OnThePhone:
    """The office was on the line."""
    phone = rung(world)
    news = LegNews(f"CA-office-{phone.call_id}", 0, LegStatus.COMPLETED, duration=42)
    apply_news(world.session, phone.call_id, news, source=EventSource.CARRIER)
    world.session.commit()
    return phone


def over(world: World) -> OnThePhone:
    """The call was canceled on the page."""
    phone = rung(world)
    ended = {"status": CallStatus.CANCELED, "ended_at": NOON}
    world.session.execute(update(Call).where(Call.id == phone.call_id).values(ended))
    world.session.commit()
    return phone


def dialed_in(world: World, said: Said | None = None) -> OnThePhone:
    """They dialed the hotline, and said this of where they live."""
    call = Call(campaign_id=world.campaign, source=CallSource.HOTLINE, status=CallStatus.ANSWERED)
    call.campaign_version = world.session.scalars(select(Campaign.version)).one()
    call.language = world.language
    world.session.add(call)
    world.session.flush()
    call.heard = as_kept(world.given.vault.days, call.id, said or Said())
    return _at(world, call.id, CallStatus.ANSWERED, CALLER)


def booked(world: World) -> OnThePhone:
    """We are to ring them on another day."""
    _agreed(world)
    return dialed_in(world)


def _agreed(world: World) -> int:
    ring_from = NOON + timedelta(days=1)
    return a_call(world.session, world.given, world.campaign, phone=CALLER, ring_from=ring_from).id


def code_of_booked(phone: OnThePhone) -> dict[str, str]:
    """They key the code of that call."""
    call_id = phone.session.scalars(select(Call.id).where(Call.status == CallStatus.SCHEDULED)).one()
    return {"keys": code_of(phone.own.vault, call_id)}


def keyed_code(world: World) -> OnThePhone:
    """We are to ring them on another day, and they keyed the code of that."""
    return dialed_in(world, Said(booked=_agreed(world)))


def rung_back(world: World, source: CallSource = CallSource.CALL_BACK) -> OnThePhone:
    """Somebody claimed their number and asked for peace, so we rang it back."""
    phone = rung(world)
    world.session.execute(update(Call).where(Call.id == phone.call_id).values(source=source))
    world.session.commit()
    return phone


def rung_to_forget(world: World) -> OnThePhone:
    """Somebody asked us to forget their number, so we rang it."""
    return rung_back(world, CallSource.FORGETTING)


def rung_to_forget_while_held(world: World) -> OnThePhone:
    """The same, and a court asks for another call of theirs."""
    phone, wanted = rung_to_forget(world), Wanted("A subpoena.", NOON.date() + timedelta(days=100), "")
    begin_hold(world.session, world.given.vault.days.holds, world.campaign, wanted, NOON)
    mark = world.session.scalar(select(Call.phone_hash).where(Call.id == phone.call_id))
    over = {"status": CallStatus.COMPLETED, "ended_at": NOON, "source": CallSource.WEB, "phone_hash": mark}
    world.session.add(Call(campaign_id=world.campaign, campaign_version=1, **over))
    world.session.commit()
    return phone


def dialed_in_at_night(world: World) -> OnThePhone:
    """They dialed the hotline when nobody is rung."""
    return at_night(world, dialed_in(world))


def at_night(world: World, phone: OnThePhone) -> OnThePhone:
    """It is night, and nobody is at the office."""
    settings = world.given.settings.model_copy(update={"always_open": False})
    return replace(phone, own=replace(phone.own, settings=settings, clock=lambda: NIGHT))


def page_waits(world: World) -> OnThePhone:
    """A page waits under the code 4821."""
    what = {"code": "4821", "town": "Holyoke", "language": "en", "now": NOON}
    wait_under_code(world.session, world.campaign, (office_of(world.session),), **what)
    return dialed_in(world)


def for_offices(world: World) -> OnThePhone:
    """They dialed in, and the campaign says whom offices reach."""
    changed = {"office_contact": "Call Ana at 617 555 0142.", "version": Campaign.version + 1}
    world.session.execute(update(Campaign).values(changed))
    world.session.commit()
    return dialed_in(world)


def said(**what: Any) -> Callable[[World], OnThePhone]:
    """They dialed in and said this."""
    return lambda world: dialed_in(world, Said(**what))


def street(town: str, name: str, *answers: str) -> Callable[[World], OnThePhone]:
    """They dialed in, said where they live and on which street, and pressed these keys."""

    def street(world: World) -> OnThePhone:
        phone = dialed_in(world, Said(town=town))
        phone.answers("located", speech=name)
        for key in answers:
            phone.answers("street_heard", keys=key)
        return phone

    return street


SITUATIONS: Mapping[str, Callable[[World], OnThePhone]] = {
    "rung": rung,
    "closed": closed,
    "full": full,
    "resting": resting,
    "resting but for another line": lambda world: resting(world, lines=2),
    "held back": held_back,
    "talked": talked,
    "over": over,
    "dialed in": dialed_in,
    "booked": booked,
    "keyed the code of that": keyed_code,
    "rung back": rung_back,
    "rung to forget": rung_to_forget,
    "rung to forget while held": rung_to_forget_while_held,
    "dialed in at night": dialed_in_at_night,
    "page waits": page_waits,
    "somebody is there for offices": for_offices,
    "one office": said(town="Holyoke"),
    "two districts": said(town="Acton"),
    "many districts": said(town="Boston"),
    "would rather not say": said(town="Acton", skips_street=True),
    "a street": street("Acton", "Main Street"),
    "a divided street": street("Acton", "Main Street", "1"),
    "a street of several parts": street("Boston", "School Street", "1"),
    "misspelled": said(town="Worchester"),
    "unknown": said(town="asdf", misses=1),
    "vacant": said(town="Leverett"),
}
