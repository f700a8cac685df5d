"""Whom a supporter calls: everybody the campaign calls if what they typed decides it, else the question to ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from app.calls.plan import PlannedOffice
from app.calls.whom.deciding import Decision, Locate, Question, decide, settled_by_address
from app.calls.whom.offices_in_turn import (
    CHAMBERS,
    HolderInTurn,
    holder_in_turn,
    listed_in_turn,
    offices_of,
    plan,
)
from app.calls.whom.said import Said
from app.campaigns.in_force import CampaignWords
from app.language.sentences import Sentence
from app.representatives import (
    NO_PLACE,
    Candidate,
    Directory,
    HowFound,
    Resolution,
    ResolutionKind,
    StreetAnswer,
    StreetFinding,
    StreetLeft,
    asks_street,
    candidates,
    resolve,
    street_in,
    within_district,
    zip_in,
)
from models import Chamber, PassedOver, WhomToCall
from voice_flows.names import Label

QUESTIONS = frozenset({ResolutionKind.CHOOSE, ResolutionKind.CONFIRM})
MANY = 6  # so many to choose from, and where they live is asked first
NOBODY_THERE = frozenset({PassedOver.VACANT, PassedOver.NO_NUMBER})
MORE = frozenset({StreetFinding.DIVIDED, StreetFinding.SEVERAL, StreetFinding.MEANT})  # to ask about a street
WHOLE = 0.99  # the shares of a town's districts, rounded, add up to at least this


@dataclass(frozen=True)
class Found:
    """What came of looking: those to call `in_turn`, all of them, or else the question about `resolution`.

    `candidates` are those who may be meant; `street` is what came of the street they named, `left` that without the
    street, `zip` a ZIP code that did not decide, and `has_zip` that one was told with the place; `problems` are
    sentences by field about the last answer. `settled` are the districts that are beyond doubt, by GEOID, for the
    form that goes on. The senator may be called in place of a House seat where nobody can be; `senator` is theirs
    where that is known.
    """

    resolution: Resolution
    candidates: tuple[Candidate, ...] = ()
    problems: Mapping[str, Sentence] = field(default_factory=dict)
    street: StreetAnswer | None = None
    left: StreetLeft | None = None
    zip: str = ""
    has_zip: bool = False
    settled: Mapping[str, HowFound] = field(default_factory=dict)
    in_turn: tuple[HolderInTurn, ...] = ()
    senator: Candidate | None = None
    may_call_senator: bool = False

    @cached_property
    def offices(self) -> tuple[PlannedOffice, ...]:
        """The offices to ring, none if there is a question or nobody can be rung."""
        return plan(self.in_turn)

    @cached_property
    def to_write_to(self) -> tuple[PlannedOffice, ...]:
        """The offices where somebody can be written to though nobody can be rung; none where neither can be."""
        is_there = any(one.passed_over is PassedOver.NO_NUMBER and one.person.email for one in self.in_turn)
        return offices_of(self.in_turn) if is_there else ()

    def without_first(self) -> "Found":
        """The same, but whoever would be rung first is left in peace."""
        first = next(one for one in self.in_turn if not one.passed_over)
        spared = tuple(replace(one, passed_over=PassedOver.HELD_BACK) if one is first else one for one in self.in_turn)
        return replace(self, in_turn=spared)

    @property
    def decided(self) -> dict[str, HowFound]:
        """Every district of theirs that is beyond doubt, by GEOID."""
        return {one.person.geoid: one.how for one in self.in_turn if one.how is not HowFound.LISTED}

    @property
    def town(self) -> str:
        """The town, or what the words were taken to mean where that is no single town; empty where none was asked."""
        if self.resolution is NO_PLACE:
            return ""
        towns = self.resolution.towns
        return towns[0] if len(towns) == 1 else str(self.resolution.place) or "Massachusetts"

    @property
    def place(self) -> Label:
        """What the words were taken to mean: the village rather than its town."""
        return self.resolution.place or Label(self.town)

    @property
    def is_question(self) -> bool:
        """Whether the supporter must choose."""
        return not self.in_turn and self.resolution.kind in QUESTIONS

    @property
    def asks_senator(self) -> bool:
        """Whether the question is about the Senate."""
        return self.resolution.chamber is Chamber.SENATE

    @property
    def are_many(self) -> bool:
        """Whether there are too many candidates to begin with them."""
        return len(self.candidates) >= MANY

    @property
    def shares_tell(self) -> bool:
        """Whether the candidates' shares are those of one whole town, and few enough to tell them apart."""
        whole = sum(one.share for one in self.candidates) >= WHOLE
        return whole and len(self.resolution.towns) == 1 and not self.are_many

    @property
    def asks_zip(self) -> bool:
        """Whether a ZIP code is not what this was found by, and none was told in vain."""
        return self.resolution.how is not HowFound.ZIP and not (self.zip or self.has_zip)

    @property
    def asks_of_street(self) -> str:
        """What to ask of their street: its name, or what that leaves open; "" where it tells nothing more."""
        if self.settled or not asks_street(self.resolution):
            return ""
        if self.street is None:
            return "name"
        return self.street.finding if self.street.finding in MORE else ""


def whom(roster: Directory, campaign: CampaignWords, typed: Said, locate: Locate) -> Found:
    """Look up everybody whom this campaign calls for somebody who typed this."""
    return _Search(campaign, typed, roster, locate).found()


@dataclass(frozen=True)
class _Search:
    campaign: CampaignWords
    typed: Said
    roster: Directory
    locate: Locate

    def found(self) -> Found:
        chambers = CHAMBERS[self.campaign.whom_to_call]
        if not chambers:
            return self._listed()
        first = self._first(chambers[0])
        if first.place.kind is not ResolutionKind.FOUND:
            return self._question(first)
        if first.place.chamber is Chamber.SENATE:
            return Found(first.place, in_turn=(self._in_turn(first),))
        return self._then_listed(self._with_senator(first, self._in_turn(first)))

    def _then_listed(self, own: Found) -> Found:
        """After their own the campaign's list, where it calls both; nobody twice."""
        if self.campaign.whom_to_call is not WhomToCall.OWN_THEN_LISTED or not own.in_turn:
            return own
        theirs = {one.person.geoid for one in own.in_turn}
        others = (one for one in listed_in_turn(self.campaign, self.roster) if one.person.geoid not in theirs)
        return replace(own, in_turn=(*own.in_turn, *others))

    def _listed(self) -> Found:
        """The same office holders wherever somebody lives."""
        return Found(NO_PLACE, in_turn=listed_in_turn(self.campaign, self.roster))

    def _first(self, chamber: Chamber) -> Decision:
        typed, place = self.typed, resolve(self.typed.town, chamber=chamber)
        before = _settled(place, typed)
        if before:
            return Decision(before)
        question = Question(place, lambda code: resolve(typed.town, zip_code=code, chamber=chamber), typed.district)
        if place.has_street and not (typed.looks_up or typed.district):  # an address, where the town is asked
            said = replace(typed, address=typed.town, street=street_in(typed.town))
            return replace(decide(question, said, self.locate), problems={})
        return decide(question, typed, self.locate)

    def _with_senator(self, first: Decision, representative: HolderInTurn) -> Found:
        """The senator too where the campaign calls both, or nobody can be called for the House and they are wanted."""
        house, gap = first.place, representative.passed_over in NOBODY_THERE
        is_second = len(CHAMBERS[self.campaign.whom_to_call]) > 1
        if is_second or (gap and self.typed.wants_senator):
            return self._both(first, representative)
        return self._offer_senator(first, representative) if gap else Found(house, in_turn=(representative,))

    def _both(self, first: Decision, representative: HolderInTurn) -> Found:
        second = self._second(first, is_asked=bool(self.typed.settled))
        if second.place.kind is ResolutionKind.FOUND:
            return Found(first.place, in_turn=(representative, self._in_turn(second)))
        if second.place.options:
            return replace(self._question(second), settled=_by_geoid(first.place))
        return Found(first.place, in_turn=(representative,))

    def _offer_senator(self, first: Decision, representative: HolderInTurn) -> Found:
        place = self._second(first, is_asked=False).place
        decided = place.kind is ResolutionKind.FOUND
        senator = self._in_turn(Decision(place)) if decided else None
        return Found(
            first.place,
            in_turn=(representative,),
            settled=_by_geoid(first.place) | (_by_geoid(place) if decided else {}),
            senator=senator.person if senator else None,
            may_call_senator=bool(place.options) and not (senator and senator.passed_over),
        )

    def _second(self, first: Decision, *, is_asked: bool) -> Decision:
        """The senator's district, by all that is known from the House district, and by the answer if it was asked."""
        house, typed = first.place, self.typed

        def with_zip(code: str | None) -> Resolution:
            place = resolve(typed.town, zip_code=code, chamber=Chamber.SENATE)
            return within_district(place, house.geoids[0], house.how)

        if is_asked:
            place = with_zip(None)
            return decide(Question(_settled(place, typed) or place, with_zip, typed.district), typed, self.locate)
        known = with_zip(None)
        if known.kind is ResolutionKind.CHOOSE and house.how is HowFound.ZIP:
            known = with_zip(typed.zip)
            known = known.settled(known.geoids[0], HowFound.ZIP) if len(known.geoids) == 1 else known
        return Decision(settled_by_address(known, first.located, Chamber.SENATE))

    def _question(self, decision: Decision) -> Found:
        return Found(
            decision.place,
            candidates(decision.place, self.roster),
            decision.problems,
            street=decision.street,
            left=decision.left,
            zip=decision.zip,
            has_zip=bool(zip_in(self.typed.town)) and not decision.place.is_contradicted,
        )

    def _in_turn(self, decision: Decision) -> HolderInTurn:
        return holder_in_turn(self.campaign, candidates(decision.place, self.roster)[0], decision.place.how)


def _settled(place: Resolution, typed: Said) -> Resolution | None:
    """The place as an earlier question decided it, if one did."""
    geoid = next((it for it in typed.settled if it in place.geoids), None)
    return place.settled(geoid, typed.settled[geoid]) if geoid else None


def _by_geoid(place: Resolution) -> dict[str, HowFound]:
    return {place.geoids[0]: place.how}
