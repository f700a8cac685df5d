"""What only the app can find out before a step is spoken; kept with the turn, so that it is said again as it was."""

from dataclasses import dataclass, replace
from typing import Self

from voice_flows.known import Known
from voice_flows.names import NOBODY, NOWHERE, Label, Titled
from voice_flows.outcomes import PlaceFound, WhyPassedOver


@dataclass(frozen=True)
class Facts:
    """Facts that change while people wait, by their names in `Known`: of a line, of a time, of a place.

    `since` is when a text began to be read, in seconds of the epoch, 0 where none is.
    """

    ahead: int = 0
    opens: str = ""
    by_wave: bool = False
    booked: str = ""
    code: str = ""
    back: str = ""
    instead: str = ""
    page: str = ""
    found: PlaceFound = PlaceFound.NOTHING
    place: Label = NOWHERE
    choices: tuple[Titled, ...] = ()
    by_keys: bool = False
    representative: Titled = NOBODY
    passed_over: Titled = NOBODY
    passed_over_why: WhyPassedOver | None = None
    since: int = 0

    @property
    def are_of_place(self) -> bool:
        """Whether they tell what a place made: what was said of where somebody lives is kept nowhere."""
        return self.found is not PlaceFound.NOTHING

    @property
    def tell_nothing(self) -> bool:
        """Whether there is nothing that words could speak of: as a rule, and a call is copied for whatever there is."""
        return self is NO_FACTS or {**vars(self), "since": 0} == vars(NO_FACTS)

    def to_keep(self) -> Self:
        """The same without the place and whoever may be meant: they are looked up again."""
        return replace(self, place=NOWHERE, choices=()) if self.are_of_place else self

    def upon(self, known: Known) -> Known:
        """The same call with these facts; whom a place makes is whom its words speak of."""
        if self.tell_nothing:
            return known
        line = replace(
            known.line,
            ahead=self.ahead,
            opens=self.opens,
            by_wave=self.by_wave,
            booked=self.booked,
            code=self.code,
            back=self.back,
            instead=self.instead,
            page=self.page,
        )
        caller = known.caller
        caller = replace(caller, found=self.found, place=self.place, choices=self.choices, by_keys=self.by_keys)
        office = known.office
        if self.representative or self.passed_over:
            office = replace(
                office,
                representative=self.representative,
                passed_over=self.passed_over,
                passed_over_why=self.passed_over_why,
            )
        return replace(known, caller=caller, office=office, line=line)


NO_FACTS = Facts()
