"""Counts calls as one would by hand, one after the other: with what statistics are compared."""

from collections import Counter
from datetime import UTC, date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import eastern_day
from models import (
    EVER,
    TO_ITS_OWNER,
    Call,
    CalledOffice,
    CallEvent,
    CallSource,
    CountOfDay,
    CountOfHour,
    CountOfMonth,
    CountOfOffice,
    CountOfTown,
    Feedback,
    Leg,
    LineOutcome,
    ReportedOutcome,
)

Cells = dict[tuple[object, ...], int]
TABLES = (CountOfHour, CountOfDay, CountOfMonth, CountOfOffice, CountOfTown)
PRESSED = {"accepted", "connecting", "talking", "asking"}
ANSWERED = PRESSED | {"answered", "completed"}
RANG = ANSWERED | {"ringing", "no-answer"}
LONG = 35
SHOWED = {"in-progress": "answered", "completed": "answered", "queued": None, "initiated": None, "ringing": None}
BY_REPORT = {"contact": "talked", "voicemail": "left-message", "unavailable": "reached-nobody"}
COUNTS_BEFORE = ["keypad", "page", "organizer"]
TOOK_DOWN = {"contact", "voicemail", "wrote"}


def stored(session: Session) -> Cells:
    """What the tables say: so many calls and seconds of each cell, but for those of nothing."""
    told: Counter[tuple[object, ...]] = Counter()
    for model in TABLES:
        for *key, calls, seconds in session.execute(select(model.__table__)):
            told[model.__tablename__, *map(_plain, key), "calls"] = calls
            told[model.__tablename__, *map(_plain, key), "seconds"] = seconds
    return {key: value for key, value in told.items() if value}


def by_hand(session: Session) -> Cells:
    """The same, from the calls as they are."""
    session.expire_all()
    told: Counter[tuple[object, ...]] = Counter()
    for call in session.scalars(select(Call).where(~Call.rehearsal, Call.source.not_in(TO_ITS_OWNER))):
        _count(session, call, told)
    return {key: value for key, value in told.items() if value}


def _count(session: Session, call: Call, told: "Counter[tuple[object, ...]]") -> None:
    day = eastern_day(call.created_at)
    hour = call.created_at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    seconds, offices = call.talk_seconds or 0, list(_offices(session, call))
    cells = [*_cells(session, call), *(("stance", it["stance"] or "none", 0) for it in offices if it["said"])]
    for dimension, value, *own in cells:
        for place in (
            ("count_of_hour", call.campaign_id, hour),
            ("count_of_day", call.campaign_id, day, day),
            ("count_of_month", call.campaign_id, day.replace(day=1)),
            ("count_of_month", call.campaign_id, EVER),
            ("count_of_town", call.campaign_id, day, call.town),
            ("count_of_town", call.campaign_id, EVER, call.town),
        ):
            told[*place, dimension, value, "calls"] += 1
            told[*place, dimension, value, "seconds"] += own[0] if own else seconds
    for office in offices:
        for dimension, value in _cells_of_office(call, office):
            for when in (day, EVER):
                place = ("count_of_office", call.campaign_id, when, when, office["geoid"], office["holder"])
                told[*place, dimension, value, "calls"] += 1
                told[*place, dimension, value, "seconds"] += office["seconds"]


def _cells(session: Session, call: Call):
    statuses = set(session.scalars(select(CallEvent.to_status).where(CallEvent.call_id == call.id)))
    us, line, said = call.source is not CallSource.OWN_PHONE, call.line_outcome, call.reported_outcome
    dialed_in = call.source is CallSource.HOTLINE and call.ring_at is None
    yield from (("calls", ""), ("way", _way(call)), ("source", call.came_from), ("language", call.language))
    yield from ((name, str(value)) for name, value in (("line", line), ("said", said)) if value)
    if line and said:
        yield "beside", f"{line}+{said}"
    yield "came", _came(call, statuses)
    reached = line is LineOutcome.ANSWERED
    steps = {
        "asked": True,
        "rang": statuses & RANG or dialed_in or line,
        "answered": statuses & ANSWERED or dialed_in or line,
        "pressed": statuses & PRESSED or line,
        "reached": reached,
        "talked": reached and (call.talk_seconds or 0) >= LONG,
        "told": said,
    }
    yield from (("step", step) for step, taken in steps.items() if us and taken)


def _came(call: Call, statuses) -> str:
    if call.source is CallSource.OWN_PHONE:
        return "wrote" if call.reported_outcome is ReportedOutcome.WROTE else "own-phone"
    if call.ended_at is None:
        return "under-way"
    if call.reported_source == "organizer" and call.reported_outcome != "skip":
        return BY_REPORT.get(call.reported_outcome, str(call.reported_outcome))
    return _with_office(call) if call.line_outcome else _without_office(call, statuses)


def _with_office(call: Call) -> str:
    if call.line_outcome is not LineOutcome.ANSWERED:
        other = {"busy": "office-busy", "no-answer": "office-silent", "failed": "office-not-reached"}
        return other.get(call.line_outcome, "left-as-it-rang")
    lasted = "talked" if (call.talk_seconds or 0) >= LONG else "office-picked-up"
    same = call.reported_outcome in {"mailbox-full", "wrong-number", "wrote"}
    return str(call.reported_outcome) if same else BY_REPORT.get(call.reported_outcome, lasted)


def _without_office(call: Call, statuses) -> str:
    if call.end_reason:
        return {"no-key": "pressed-nothing", "refused": "refused", "lost": "lost"}.get(call.end_reason, "not-rung")
    hung_up = "left-before-office" if statuses & PRESSED else "left-in-greeting"
    by_status = {"busy": "phone-busy", "no-answer": "never-picked-up", "failed": "not-reached"}
    return (by_status | {"canceled": "called-off", "completed": hung_up})[call.status]


def _way(call: Call) -> str:
    if call.source is not CallSource.OWN_PHONE:
        return str(call.source)
    return "written" if call.reported_outcome is ReportedOutcome.WROTE else "own-phone"


def _offices(session: Session, call: Call):
    """Those that were tried, or of which something was told: by the line that answered, else the last."""
    lines: dict[int, list[dict[str, object]]] = {}
    called = select(CalledOffice).where(CalledOffice.call_id == call.id, CalledOffice.office_holder_id.is_not(None))
    for office in session.scalars(called.order_by(CalledOffice.rank)):
        legs = session.scalars(select(Leg).where(Leg.called_office_id == office.id).order_by(Leg.id)).all()
        reports = session.scalars(select(Feedback).where(Feedback.called_office_id == office.id)).all()
        if legs or reports:
            report = max(reports, key=lambda it: COUNTS_BEFORE.index(it.source), default=None)
            lines.setdefault(office.nth, []).append(_line(office, legs, report))
    for of_one in lines.values():
        shown = [it["line"] for it in of_one if it["line"]]
        said = {it["said"] for it in of_one if it["said"]}
        stances = [it["stance"] for it in of_one if it["stance"]]
        yield of_one[0] | {
            "line": "answered" if "answered" in shown else (shown or [None])[-1],
            "said": next((it for it in ReportedOutcome if it in said), None),
            "stance": stances[-1] if stances else None,
            "seconds": sum(it["seconds"] for it in of_one),
        }


def _line(office: CalledOffice, legs, report: Feedback | None) -> dict[str, object]:
    return {
        "geoid": office.district_geoid,
        "holder": office.office_holder_id,
        "line": SHOWED.get(legs[-1].status, str(legs[-1].status)) if legs else None,
        "said": report and report.outcome,
        "stance": report and report.stance and str(report.stance),
        "seconds": sum(map(_talk, legs)),
    }


def _talk(leg: Leg) -> int:
    if leg.duration_seconds is not None:
        return leg.duration_seconds
    if leg.answered_at and leg.ended_at:
        return max(round((leg.ended_at - leg.answered_at).total_seconds()), 0)
    return 0


def _cells_of_office(call: Call, office: dict[str, object]):
    us, line, said = call.source is not CallSource.OWN_PHONE, office["line"], office["said"]
    yield from (("calls", ""), ("way", _way(call)), ("source", call.came_from), ("language", call.language))
    yield from ((name, str(value)) for name, value in (("line", line), ("said", said)) if value)
    if line and said:
        yield "beside", f"{line}+{said}"
    if said:
        yield "stance", office["stance"] or "none"
    talked = line == "answered" and office["seconds"] >= LONG
    steps = {
        "tried": us,
        "reached": us and line == "answered",
        "talked": us and talked,
        "heard": us and (said in TOOK_DOWN or (talked and said in {None, "skip"})),
        "told": said,
        "heard-otherwise": not us and said in TOOK_DOWN,
    }
    yield from (("step", step) for step, taken in steps.items() if taken)


def _plain(value: object) -> object:
    """Words as words, and moments in UTC."""
    if isinstance(value, date) and not hasattr(value, "hour"):
        return value
    return value.astimezone(UTC) if hasattr(value, "astimezone") else (str(value) if isinstance(value, str) else value)
