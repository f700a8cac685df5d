"""The program speaks by the real flow: it asks, rings the office, or hangs up."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from app.calls.begin.code import CODE_DIGITS, may_be_code
from app.calls.shown.call import read_call
from app.calls.steps.heard import BridgeEnd
from app.calls.steps.table import MAY_BECOME
from app.calls.steps.turn import Answer, Asked, first_turn, next_turn, said_at
from app.calls.whom.spoken import with_its_zero
from app.rehearsal.choices import Choice, Do
from app.rehearsal.phases.labels import key_label
from app.rehearsal.phases.office import LABELS, AtTheOffice
from app.rehearsal.phases.phase import HANGS_UP, Phase, ends, hangs_up
from app.rehearsal.stage import Stage
from app.rehearsal.told import SUPPORTER_LISTENS, Offer, Phones, Who
from voice_flows.verbs import Ask, Bridge, Go, Hears, Play, Say

NO_CODES = "Four digits are the code of a supporter's page. In a rehearsal no page waits: say a town or a ZIP code."
SAYS = Choice(Do.SAY)
KEYS = "0123456789*#"
AGAIN = Offer(Choice(Do.KEY, "0"), Who.SUPPORTER, "Hear it again")
WAITS = Offer(Choice(Do.WAIT), Who.SUPPORTER, "Wait, and say nothing")


@dataclass(frozen=True)
class Question:
    """The program has asked and waits; `answer` says at which step."""

    stage: Stage
    answer: Answer
    ask: Ask
    phones: Phones = SUPPORTER_LISTENS

    def offers(self) -> Sequence[Offer]:
        """The keys that lead somewhere, what may be said, silence; the supporter may hang up."""
        keys = {key: step for key, step in self.ask.keys.items() if key in KEYS}
        pressed = [Offer(Choice(Do.KEY, key), Who.SUPPORTER, key_label(key, step)) for key, step in keys.items()]
        again = [AGAIN] if self.ask.is_asked_again_by(AGAIN.choice.value) else []
        return [*self._said(), *pressed, *again, WAITS, HANGS_UP]

    def _said(self) -> Sequence[Offer]:
        if self.ask.hears is Hears.KEY or (self.ask.hears.is_place and not self._asks_place):
            return ()
        if self.ask.hears.is_open:
            return (Offer(SAYS, Who.SUPPORTER, "A street, its first letters or a number", is_typed=True),)
        if self.ask.hears.is_place:
            place = self.stage.scene.place
            # Where nobody listens a town is taken all the same: what is rehearsed may begin with one.
            label = "A town or ZIP code" if self.ask.hears.listens else "A ZIP code"
            return (Offer(SAYS, Who.SUPPORTER, label, is_typed=True, suggestion=place),)
        return (Offer(SAYS, Who.SUPPORTER, "Say something", is_typed=True),)

    @property
    def _asks_place(self) -> bool:
        return self.stage.scene.words.whom_to_call.asks_place

    def takes(self, choice: Choice) -> Phase:
        """Answer, or not."""
        match choice.do:
            case Do.HANG_UP:
                return hangs_up(self.stage)
            case Do.KEY:
                self.stage.pressed(choice.value)
                return _follows(self.stage, self.answer, keys=choice.value)
            case Do.SAY:
                return self._says(choice.value)
            case _:
                self.stage.told(Who.SUPPORTER, f"Silence, for {self.ask.wait_seconds} seconds.")
                return _follows(self.stage, self.answer)

    def _says(self, text: str) -> Phase:
        """Digits are keyed. Nobody joins the page of a real supporter who waits for their own call."""
        if not text.isdecimal():
            self.stage.said(Who.SUPPORTER, text)
            return _follows(self.stage, self.answer, speech=text)
        self.stage.pressed(text)
        if self.ask.hears.is_open or not may_be_code(text):
            return _follows(self.stage, self.answer, keys=text)
        if len(text) == max(CODE_DIGITS):  # a code is keyed and never said: so it is a ZIP code at most
            return _follows(self.stage, self.answer, speech=text)
        zip_code = with_its_zero(text)
        if zip_code:
            return _follows(self.stage, self.answer, keys=zip_code)
        self.stage.told(Who.PROGRAM, NO_CODES)
        return self


def begins(stage: Stage, step: str) -> Phase:
    """Somebody is on the phone: the call begins at this step."""
    return _goes_on(stage, first_turn(stage.hears(), stage.call_id, step))


def _follows(stage: Stage, here: Answer, keys: str = "", speech: str = "", bridge: BridgeEnd | None = None) -> Phase:
    own = stage.hears(keys, speech, bridge)
    stage.turn += 1
    return _goes_on(stage, next_turn(own, stage.call_id, Asked(here.step, here.rank, stage.turn)))


def _goes_on(stage: Stage, answer: Answer | None) -> Phase:
    """What the program says, until it waits for somebody."""
    if answer is None:
        raise LookupError("the call that is rehearsed is gone")
    before = len(stage.captions)
    for verb in answer.verbs:
        match verb:
            case Say() | Play():
                stage.says(verb)
            case Ask():
                for spoken in verb.says:
                    stage.says(spoken)
                return Question(stage, answer, verb)
            case Bridge():
                return _rings_office(stage, answer, before)
            case Go():
                return _follows(stage, answer)
            case _:
                break
    stage.told(Who.PROGRAM, "Ringdown hangs up.")
    return ends(stage)


def _rings_office(stage: Stage, answer: Answer, before: int) -> Phase:
    call, rank = read_call(stage.own.session, stage.call_id), answer.rank
    office = call.office_at(rank) if call else None
    if call is None or office is None:
        raise LookupError("no office is known that could be rung")
    stage.told(Who.OFFICE, f"The phone rings at the office of {office.representative}.")
    return AtTheOffice(
        stage=stage,
        rank=rank,
        instead=_instead(answer.step, has_other=call.other_line(rank) is not None),
        then=lambda end: _follows(stage, answer, bridge=end),
        led=partial(_led, stage, answer, before),
    )


def _instead(step: str, *, has_other: bool) -> tuple[str, ...]:
    """Where the app may lead a call in place of ringing; from a line that rests it goes to another, if there is one."""
    never = {"resting"} if has_other else set()
    if step == "leave_message":
        never |= {"closed"}  # they know
    return tuple(it for it in MAY_BECOME.get(step, ()) if it in LABELS and it not in never)


def _led(stage: Stage, answer: Answer, before: int, step: str) -> Phase:
    """The office is not rung, and the program never said that it would."""
    del stage.captions[before:]
    if step == "closed" and not stage.is_night:
        stage.becomes_night()
    return _goes_on(stage, said_at(stage.hears(), stage.call_id, step, answer.rank))
