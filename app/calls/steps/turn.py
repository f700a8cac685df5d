"""One turn of the phone: the gate, what is done, what it means, what to say. The caller's unit of work commits it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.calls.life.status import CallState
from app.calls.shown.call import CallFacts, read_call
from app.calls.steps.ahead import may_act
from app.calls.steps.arrival import Arrival, Situation
from app.calls.steps.at_hand import AtHand
from app.calls.steps.facts import NO_FACTS, Facts
from app.calls.steps.gate import Reached, before_the_gate, is_as_left, through_the_gate
from app.calls.steps.known import known_as_left, known_at
from app.calls.steps.lingering import lingers
from app.calls.steps.means import keep_turn
from app.calls.steps.parts.greeting import TOOK_LONG
from app.calls.steps.step import Step
from app.calls.steps.table import step_named
from app.store.rows import with_changed
from models import ENDINGS, CallSource
from voice_flows.click_to_call import FLOW, TO_NEXT_OFFICE, TO_OTHER_LINE
from voice_flows.flow import MOST_TURNS, base_of, question_of
from voice_flows.hearing import AGAIN, UNCLEAR
from voice_flows.parts.forgetting import FORGET_FIRST
from voice_flows.parts.peace import CONFIRM_FIRST
from voice_flows.verbs import Verb

FIRST = "0"
ITS_OWNER_FIRST = {CallSource.CALL_BACK: CONFIRM_FIRST, CallSource.FORGETTING: FORGET_FIRST}


@dataclass(frozen=True)
class Asked:
    """What the carrier asks: what follows `step`, about the office at `rank`, as the call's `turn`-th.

    `since` is when the step began to be said, in seconds of the epoch, where that is known.
    """

    step: str
    rank: int
    turn: int
    since: int | None = None

    @property
    def key(self) -> str:
        """What makes it count once: every turn has an address of its own."""
        return f"{self.step}/{self.rank}/{min(self.turn, MOST_TURNS)}"


@dataclass(frozen=True)
class Answer:
    """What to say on this call at a step, about the office at `rank`.

    `is_new` says that something was kept or done, which the unit of work must commit; `state` is what the log says
    since then, None if it says the same; `call` is how this leaves it. `since` is when a text began to be read, in
    seconds of the epoch, None where none is.
    """

    call_id: int
    step: str
    rank: int
    verbs: tuple[Verb, ...]
    is_new: bool = False
    state: CallState | None = None
    call: CallFacts | None = None
    since: int | None = None


Arrive = Callable[[CallFacts], Arrival]


def first_turn(own: AtHand, call_id: int, step: str = "") -> Answer | None:
    """Somebody is on the phone: the call begins at `step`, or as calls of its source do. None where there is none."""
    return _left(own, _turn(own, call_id, FIRST, lambda call: Arrival(step or _first_step(call), call.at)), 0)


def _first_step(call: CallFacts) -> str:
    return ITS_OWNER_FIRST.get(call.source, FLOW.first)


def next_turn(own: AtHand, call_id: int, asked: Asked) -> Answer | None:
    """They were asked at a step, or come back from an office. None where there is no such call."""
    if own.heard.bridge or may_act(asked.step, own.heard.keys):
        own.work.keep_together()
    return _left(own, _turn(own, call_id, asked.key, lambda call: _after(own, call, asked)), asked.turn)


def said_at(own: AtHand, call_id: int, step: str, rank: int) -> Answer | None:
    """What would be said at a step to which somebody leads a call by hand: nothing is done there, nothing is kept."""
    call = read_call(own.session, call_id)
    return _say(own, call, Reached(step, rank, _look(own, call, step_named(step), rank))) if call else None


def _turn(own: AtHand, call_id: int, key: str, arrive: Arrive) -> Answer | None:
    """Take the turn, once: whoever sends the same at the same moment waits for the first."""
    left = None if own.work.is_together else own.lately.take(call_id, _on_leg(own, key), own.clock())
    if left:
        own.known.update(left.known)
    answer = _as_left(own, left.call, key, _arrival(left.call, arrive)) if left else None
    return answer or _read(own, call_id, key, arrive)


def _as_left(own: AtHand, call: CallFacts, key: str, arrival: Arrival) -> Answer | None:
    """Take the turn of a call that is as its last turn left it; None where it is not, or there is more to do."""
    step = step_named(arrival.step)
    if step.told or step.act or own.heard.bridge:
        return _ahead(own, call, key, arrival)
    return _pass(own, call, arrival) if is_as_left(own, call) else None


def _read(own: AtHand, call_id: int, key: str, arrive: Arrive) -> Answer | None:
    """Take the turn of a call as it stands in the database."""
    call, led_to = before_the_gate(own, call_id, key)
    if call is None:
        return None
    if led_to:  # asked again: its next turn may have been taken too, and is not to be taken twice
        return with_changed(_say(own, call, _whole(own, call, led_to)), call=None)
    arrival = _arrival(call, arrive)
    if not step_named(arrival.step).told:
        return _pass(own, call, arrival)
    if call.version is None:
        return _take(own, call, key, arrival)
    return _ahead(own, call, key, arrival) or _alone(own, call_id, key, arrive)


def _whole(own: AtHand, call: CallFacts, led_to: Reached) -> Reached:
    """Where a turn led to, with what is not kept with it."""
    if not led_to.facts.are_of_place:
        return led_to
    return replace(led_to, facts=_look(own, call, step_named(led_to.step), led_to.rank))


def _arrival(call: CallFacts, arrive: Arrive) -> Arrival:
    arrival = arrive(call)
    if call.status in ENDINGS and base_of(arrival.step) != FLOW.last:  # canceled on the page a moment ago
        return Arrival(FLOW.last, arrival.rank)
    return arrival


def _ahead(own: AtHand, call: CallFacts, key: str, arrival: Arrival) -> Answer | None:
    """Take the turn of a call that is not locked, if what it writes can show that nobody changed the call meanwhile.

    None where nothing is written, where there is more to do, or where somebody was faster.
    """
    step = step_named(arrival.step)
    if not step.told or step.acts or own.heard.bridge:
        return None
    answer = _take(own, call, key, arrival)
    return answer if answer.is_new else None


def _alone(own: AtHand, call_id: int, key: str, arrive: Arrive) -> Answer | None:
    """Read the call again, so that nobody else changes it: there is more to do, or somebody was faster."""
    own.work.keep_together()
    return _read(own, call_id, key, arrive)


def _pass(own: AtHand, call: CallFacts, arrival: Arrival) -> Answer:
    """Say a step of which nothing is kept: what is done there may be done again."""
    step = step_named(arrival.step)
    there = step.act(own, call, arrival) if step.act else Situation(arrival, call)
    said = _say(own, there.call, Reached(arrival.step, arrival.rank, _look(own, there.call, step, arrival.rank)))
    return replace(said, is_new=step.act is not None)


def _take(own: AtHand, call: CallFacts, key: str, arrival: Arrival) -> Answer:
    """Do what the step needs, find out what it speaks of, keep where that led and what it means.

    Nothing is new, and nothing is kept, where it was taken before, or where this is not the call any more.
    """
    act = step_named(arrival.step).act
    return _keep(own, key, act(own, call, arrival) if act else Situation(arrival, call))


def _keep(own: AtHand, key: str, situation: Situation) -> Answer:
    there, call, further = situation.arrival, situation.call, situation.further
    step = step_named(there.step)
    facts = situation.facts or _look(own, call, step, there.rank)
    reached = Reached(there.step, there.rank, facts)
    state = keep_turn(own, situation, through_the_gate(own, key, reached, there), step.means)
    if state is None and further and further.otherwise:
        return _keep(own, key, further.otherwise)
    if state is None:
        return with_changed(_say(own, call, reached), call=None)
    said, left = _say(own, call, reached), call.left_as(state)
    own.known.update(known_as_left(own, call, left))
    return with_changed(said, is_new=True, state=state, call=left)


def _say(own: AtHand, call: CallFacts, reached: Reached) -> Answer:
    verbs = FLOW.speak(reached.step, known_at(own, call, reached.rank, reached.facts))
    return Answer(call.id, reached.step, reached.rank, verbs, call=call, since=reached.facts.since or None)


def _left(own: AtHand, answer: Answer | None, turn: int) -> Answer | None:
    """Leave the call to its next turn, but where turns are not told apart any more."""
    if answer and answer.call and turn + 1 < MOST_TURNS:
        key = Asked(answer.step, answer.rank, turn + 1).key
        known = known_as_left(own, answer.call, answer.call)
        own.lately.leave(answer.call, _on_leg(own, key), own.clock(), known)
    return answer


def _on_leg(own: AtHand, key: str) -> str:
    """A turn of this leg: on another it is no turn of the call."""
    return f"{own.heard.leg} {key}"


def _after(own: AtHand, call: CallFacts, asked: Asked) -> Arrival:
    """Where the answer leads."""
    if lingers(own, call, asked.turn):
        return Arrival(TOOK_LONG, asked.rank)
    step = step_named(asked.step)
    facts = NO_FACTS if step.asks_alike else _look(own, call, step, asked.rank)
    known = known_at(own, call, asked.rank, facts)
    said = FLOW.speak(asked.step, known)
    question = question_of(said)
    heard = "" if own.heard.bridge else own.heard.answer_to(question, call.language)
    seconds = None if asked.since is None else own.clock().timestamp() - asked.since
    following = FLOW.following(asked.step, said, asked.turn, heard, seconds)
    is_answer = question is not None and heard not in {AGAIN, UNCLEAR}
    tells_place = question is not None and question.hears.is_place and heard not in question.keys
    return Arrival(following, _rank(call, following, asked.rank), heard if is_answer else "", tells_place)


def _look(own: AtHand, call: CallFacts, step: Step, rank: int) -> Facts:
    """The facts of a step; most need none."""
    facts = step.look(own, call, rank) if step.look else NO_FACTS
    return with_changed(facts, since=int(own.clock().timestamp())) if step.reads else facts


def _rank(call: CallFacts, step: str, rank: int) -> int:
    """Which office the step is about."""
    going_on = {TO_OTHER_LINE: call.other_line, TO_NEXT_OFFICE: call.next_office}
    there = going_on[step](rank) if step in going_on else None
    return there.rank if there else rank
