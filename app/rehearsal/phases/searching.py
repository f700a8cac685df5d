"""On the page: the supporter says where they live, and answers what that leaves open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.calls.whom.said import Said
from app.calls.whom.search import Found, whom
from app.geocoding.located import NoGeocoder
from app.rehearsal.choices import Choice, Do
from app.rehearsal.phases.phase import Over, Phase
from app.rehearsal.stage import Stage
from app.rehearsal.told import QUIET, Offer, Phones, Who
from app.representatives import Candidate, ResolutionKind, directory
from models import PassedOver

NOBODY = {
    PassedOver.VACANT: "The seat of the {district} district is vacant: there is nobody to call.",
    PassedOver.NO_NUMBER: "The office of {name} has no telephone number: there is nobody to call.",
    PassedOver.SUPPORTS_ALREADY: "{name} supports this already and is not called.",
    PassedOver.HELD_BACK: "{name} is held back: nobody is to call them for now.",
    PassedOver.OTHER_TURN: "It is a day of action, and not the wave of {name} now.",
}
Then = Callable[[Found], Phase]


@dataclass(frozen=True)
class Searching:
    """A question of the page."""

    stage: Stage
    said: Said
    found: Found
    then: Then
    phones: Phones = QUIET

    def offers(self) -> Sequence[Offer]:
        """Those who may be meant, or the senator where the seat is empty."""
        if self.found.may_call_senator:
            return (Offer(Choice(Do.SENATOR), Who.PROGRAM, "Call the state senator instead"),)
        if self.found.resolution.kind is ResolutionKind.CONFIRM:
            towns = self.found.resolution.towns
            return tuple(Offer(Choice(Do.MEANS, town), Who.PROGRAM, town) for town in towns)
        candidates = self.found.candidates
        return tuple(Offer(Choice(Do.LIVES, one.geoid), Who.PROGRAM, _named(one)) for one in candidates)

    def takes(self, choice: Choice) -> Phase:
        """The supporter chooses."""
        label = next(offer.label for offer in self.offers() if offer.choice == choice)
        self.stage.told(Who.SUPPORTER, f"The supporter chooses “{label}”.")
        settled = self.found.settled
        match choice.do:
            case Do.SENATOR:
                said = replace(self.said, wants_senator=True, settled=settled, district="")
            case Do.MEANS:
                said = Said(town=choice.value)
            case _:
                said = replace(self.said, district=choice.value, settled=settled)
        return _looks_up(self.stage, said, self.then)


def lives_somewhere(stage: Stage, then: Then) -> Phase:
    """The supporter types their town, where that decides whom they call."""
    types = f"types “{stage.scene.place}” and " if stage.scene.words.whom_to_call.asks_place else ""
    stage.told(Who.SUPPORTER, f"On the page, the supporter {types}asks to be called.")
    return _looks_up(stage, Said(town=stage.scene.place), then)


def _looks_up(stage: Stage, said: Said, then: Then) -> Phase:
    found = whom(directory(stage.own.session), stage.scene.words, said, NoGeocoder().locate)
    if found.offices:
        return then(found)
    stage.said(Who.PROGRAM, why_nobody(found))
    searching = Searching(stage, said, found, then)
    return searching if searching.offers() else Over()


def why_nobody(found: Found) -> str:
    """Why there is nobody to call, or nobody yet."""
    missing = next((one for one in found.in_turn if one.passed_over), None)
    if missing is None or missing.passed_over is None:
        return str(found.resolution.why)
    return NOBODY[missing.passed_over].format(district=missing.person.district, name=missing.person.name)


def _named(person: Candidate) -> str:
    return f"{person.representative}, {person.district}" if person.name else f"{person.district} (vacant)"
