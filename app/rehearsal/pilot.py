"""Plays both handsets toward an ending: what a supporter who wants to go on, and an office that ends so, would do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.rehearsal.choices import Choice, Do
from app.rehearsal.endings import Ending
from app.rehearsal.phases import office, ringing, talking
from app.rehearsal.phases.phase import Phase
from app.rehearsal.phases.program import Question
from app.rehearsal.scene import Scene
from voice_flows.parts.hotline import LANGUAGE_KEYS
from voice_flows.verbs import Hears

PHONES: Mapping[Ending, str] = {
    Ending.SUPPORTER_NO_ANSWER: ringing.NO_ANSWER,
    Ending.SUPPORTER_VOICEMAIL: ringing.MACHINE,
    Ending.SCREENED: ringing.SCREENED,
    Ending.DECLINED: ringing.DECLINED,
}
LINES: Mapping[Ending, str] = {
    Ending.STREET_ADDRESS: office.PERSON,
    Ending.VOICEMAIL: office.VOICEMAIL,
    Ending.MAILBOX_FULL: office.MAILBOX_FULL,
    Ending.BUSY: office.BUSY,
    Ending.NO_ANSWER: office.NO_ANSWER,
    Ending.FAILED: office.FAILED,
    Ending.CLOSED: "closed",
}
REPORTS: Mapping[Ending, str] = {Ending.VOICEMAIL: "2", Ending.CLOSED: "2", Ending.MAILBOX_FULL: "4"}
TALKS: Mapping[Ending, str] = {
    Ending.ANSWERED: talking.HEARD_FROM_MANY,
    Ending.STREET_ADDRESS: talking.STREET_ADDRESS,
    Ending.VOICEMAIL: talking.MESSAGE,
    Ending.CLOSED: talking.MESSAGE,
}
PRESS_NOTHING = frozenset({Ending.SUPPORTER_VOICEMAIL, Ending.SCREENED})
SURVEYS = frozenset({"after_office", "survey_again"})
GOES_ON = "1"


@dataclass(frozen=True)
class Pilot:
    """Heads for this ending; all lines end alike."""

    ending: Ending
    scene: Scene

    def chooses(self, phase: Phase) -> Choice:
        """The first of what it would like to do that may be done; else whatever may."""
        there = [offer.choice for offer in phase.offers()]
        typed = {offer.choice.do for offer in phase.offers() if offer.is_typed}
        liked = (one for one in self._likes(phase) if one in there or (one.do in typed and one.value))
        return next(liked, there[0])

    def _likes(self, phase: Phase) -> Sequence[Choice]:
        if isinstance(phase, Question):
            return self._answers(phase)
        line = LINES.get(self.ending, office.PERSON)
        return (
            Choice(Do.PHONE, PHONES.get(self.ending, ringing.ANSWERED)),
            Choice(Do.LINE, line),
            Choice(Do.LINE, office.VOICEMAIL),  # a closed office was said to be closed
            *([Choice(Do.TALK, TALKS[self.ending])] if self.ending in TALKS else []),
            Choice(Do.OFFICE_HANGS_UP),
        )

    def _answers(self, phase: Question) -> Sequence[Choice]:
        step, waits = phase.answer.step, Choice(Do.WAIT)
        if self.ending is Ending.HANGUP and step == "script":
            return (Choice(Do.HANG_UP),)
        if self.ending in PRESS_NOTHING:
            return (waits,)
        if step == "welcome":
            return tuple(Choice(Do.KEY, key) for key, it in LANGUAGE_KEYS.items() if it == self.scene.language)
        if phase.ask.hears.by_keys() is Hears.PLACE_BY_KEYS:
            return (Choice(Do.SAY, self.scene.place), Choice(Do.KEY, GOES_ON))
        return (Choice(Do.KEY, REPORTS.get(self.ending, GOES_ON) if step in SURVEYS else GOES_ON), waits)
