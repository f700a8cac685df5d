"""Tells one call as a story: who did what at which second, in words a tired volunteer can follow."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.calls.timeline import CallTimeline, EventFacts
from app.organizers.words import END_REASON, LEG_NEWS, REPORTED, REPORTED_BY, ROLE, SOURCE, STANCE, STATUS, STEPS
from models import Feedback, LegStatus, ReportSource

TURN = "turn"
SOME_PHONE = "A phone"


@dataclass(frozen=True)
class Moment:
    """One line of the story; `fields` are the carrier's own words, `note` the supporter's."""

    at: datetime
    sentence: str
    note: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


def tell(timeline: CallTimeline) -> tuple[Moment, ...]:
    """The story, from the request on, in the order in which it happened."""
    call = timeline.call
    told_later = [told for told in timeline.feedback if told.source is ReportSource.PAGE]  # keys are events already
    story = [*map(_of_event, timeline.events), *map(_of_feedback, told_later), *_end(timeline)]
    asked = Moment(call.created_at, f"The call is asked for, through {SOURCE[call.source]}")
    return asked, *sorted(story, key=lambda moment: moment.at)


def _of_event(event: EventFacts) -> Moment:
    key = {"Key pressed": event.key_pressed} if event.key_pressed else {}
    received = event.received_at.astimezone(UTC).time().isoformat("milliseconds")
    told = {"Told": f"{event.kind} {event.name}", "Received": f"{received} UTC"}
    return Moment(
        at=event.happened_at or event.received_at,
        sentence=_sentence(event) + (f" (key {event.key_pressed})" if key else ""),
        fields={**told, **key, **event.fields},
    )


def _sentence(event: EventFacts) -> str:
    if event.kind == TURN:
        return STEPS.get(event.name, "The supporter is told what comes next")
    if event.name not in set(LegStatus):
        return "The carrier tells something that we do not know"
    return LEG_NEWS[LegStatus(event.name)].format(phone=ROLE[event.role] if event.role else SOME_PHONE)


def _of_feedback(told: Feedback) -> Moment:
    stance = f"; {STANCE[told.stance]}" if told.stance else ""
    answer = REPORTED[told.outcome].text.lower()
    sentence = f"The supporter tells us {REPORTED_BY[told.source]}: {answer}{stance}"
    return Moment(told.changed_at or told.created_at, sentence, told.note)


def _end(timeline: CallTimeline) -> Iterator[Moment]:
    call = timeline.call
    if call.ended_at:
        why = f", {END_REASON[call.end_reason]}" if call.end_reason else ""
        yield Moment(call.ended_at, f"The call is over: {STATUS[call.status].text.lower()}{why}")
