"""Tells one call as a story: who did what at which second, in words a tired volunteer can follow."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.calls.life.carrier_events import MACHINE, REFUSED, TURN
from app.calls.shown.log.came_of import came_of
from app.calls.shown.log.row import LogRow
from app.calls.shown.timeline import CallTimeline, EventFacts, fault_in
from app.calls.steps.table import TOLD
from app.organizers.came_of import CAME_OF
from app.organizers.labels import (
    ANSWERED_BY,
    BEGAN,
    CORRECTED,
    END_REASON,
    LEG_NEWS,
    REPORTED,
    ROLE,
    STANCE,
)
from models import Feedback, LegStatus, ReportedOutcome, ReportSource, Stance


@dataclass(frozen=True)
class Moment:
    """One line of the story; `fields` are the carrier's own words, `note_sealed` the supporter's."""

    at: datetime
    sentence: str
    note_sealed: bytes | None = None
    fields: Mapping[str, str] = field(default_factory=dict)


def tell(timeline: CallTimeline) -> tuple[Moment, ...]:
    """The story, from the request on, in the order in which it happened."""
    call = timeline.call
    whose = _names(call)
    told_later = [
        _of_feedback(told, whose[rank]) for told, rank in timeline.feedback if told.source is ReportSource.PAGE
    ]  # keys are events already
    heard = [_of_event(event, whose) for event in timeline.events]
    story = [*heard, *told_later, *_corrected(timeline, whose), *_end(timeline)]
    asked = Moment(call.created_at, BEGAN[call.source])
    return asked, *sorted(story, key=lambda moment: moment.at)


def _names(call: LogRow) -> Mapping[int | None, str]:
    """Whose office each rank is, where there are several: " of Pat Duffy"."""
    several = len({office.representative for office in call.offices if office.was_meant}) > 1
    return {office.rank: f" of {office.representative}" if several else "" for office in call.offices}


def _of_event(event: EventFacts, whose: Mapping[int | None, str]) -> Moment:
    key = {"Key pressed": event.key_pressed} if event.key_pressed else {}
    told = {"Told": f"{event.kind} {event.name}"}
    return Moment(
        at=event.at,
        sentence=_sentence(event, whose.get(event.rank, "")) + (f" (key {event.key_pressed})" if key else ""),
        fields={**told, **key, **event.fields},
    )


def _sentence(event: EventFacts, whose: str) -> str:
    if event.kind == TURN:
        return TOLD.get(event.name, "The supporter is told what comes next")
    if event.kind == MACHINE:
        return ANSWERED_BY.get(event.name, ANSWERED_BY["unknown"])
    if event.kind == REFUSED:
        return fault_in(event).meaning
    if event.name not in set(LegStatus):
        return "The carrier tells something that we do not know"
    return LEG_NEWS[LegStatus(event.name)].format(phone=ROLE[event.role] + whose)


def _of_feedback(told: Feedback, whose: str) -> Moment:
    stance = f"; {STANCE[told.stance]}" if told.stance else ""
    answer = REPORTED[told.outcome].text.lower()
    of_office = f" of the office{whose}" if whose else ""
    sentence = f"The supporter tells us on the page{of_office}: {answer}{stance}"
    return Moment(told.changed_at or told.created_at, sentence, told.note_sealed)


def _corrected(timeline: CallTimeline, whose: Mapping[int | None, str]) -> Iterator[Moment]:
    """What an organizer knew better; why, of what still counts. What happened may be forgotten before that."""
    standing = [(told, rank) for told, rank in timeline.feedback if told.source is ReportSource.ORGANIZER]
    at_the_time = {(rank, told.changed_at or told.created_at) for told, rank in standing}
    for event in timeline.corrections:
        if (event.rank, event.at) not in at_the_time:
            yield Moment(event.at, _of_correction(event.outcome, whose.get(event.rank, "")))
    for told, rank in standing:
        sentence = _of_correction(told.outcome, whose.get(rank, ""), told.stance)
        yield Moment(told.changed_at or told.created_at, sentence, told.note_sealed)


def _of_correction(outcome: ReportedOutcome | None, whose: str, stance: Stance | None = None) -> str:
    if outcome is None:
        return f"An organizer takes back the correction{f' of the office{whose}' if whose else ''}"
    more = f"; {STANCE[stance]}" if stance else ""
    word = CORRECTED.get(outcome, REPORTED[outcome].text)
    return f"An organizer corrects what came of {f'the office{whose}' if whose else 'it'}: {word.lower()}{more}"


def _end(timeline: CallTimeline) -> Iterator[Moment]:
    call = timeline.call
    if call.ended_at and call.is_by_our_lines:
        why = END_REASON[call.end_reason] if call.end_reason else CAME_OF[came_of(call)].text
        yield Moment(call.ended_at, f"The call is over: {why[0].lower()}{why[1:]}")
