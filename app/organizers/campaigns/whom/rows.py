"""Those whom a campaign may call, as its page shows them: the list in its order, the marked, and whoever is sought."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from app.calls.whom.offices_in_turn import holder_in_turn
from app.campaigns.in_force import CampaignWords
from app.campaigns.people_named import without_seat
from app.campaigns.whom.marks import Mark, Marking, mark_of
from app.campaigns.whom.person import Person
from app.organizers.campaigns.whom.names import CHAMBERS, NOT_SEATED
from app.organizers.labels import PASSED_OVER
from app.representatives import Directory, HowFound, Seat, in_seat
from app.representatives.holders_sought import holders_sought
from app.store.db import db

MOST_SOUGHT = 20
NOTHING_TYPED: Mapping[Person, Marking] = {}


@dataclass(frozen=True)
class Row:
    """One person; `chosen` is the mark in the form, and `stands` another one that somebody else made meanwhile."""

    person: Person
    name: str
    about: str
    mark: Mark
    chosen: Mark
    is_listed: bool
    why_not: str
    is_seated: bool

    @property
    def stands(self) -> Mark | None:
        """What somebody else marked, where that is not what was chosen."""
        return self.mark if self.mark is not self.chosen else None


@dataclass(frozen=True)
class People:
    """Everybody around a campaign; `typed` are marks that were not saved."""

    words: CampaignWords
    roster: Directory
    typed: Mapping[Person, Marking] = field(default_factory=dict)

    @cached_property
    def sitting(self) -> Mapping[int, Seat]:
        """Where everybody sits now."""
        return self.roster.seats_by_holder()

    def listed(self) -> list[Row]:
        """The list, in its order."""
        return self._rows(self.words.content.whom.listed)

    def marked(self) -> dict[Mark, list[Row]]:
        """Those who are with us, and those who are against it, by name."""
        whom = self.words.content.whom
        ids = {Mark.WITH_US: whom.with_us, Mark.AGAINST: whom.against}
        return {mark: sorted(self._rows(those), key=_by_surname) for mark, those in ids.items()}

    def sought(self, text: str) -> list[Row]:
        """Those who are called so, or sit there."""
        return self._rows(seat.holder.id for seat in holders_sought(text, self.roster) if seat.holder)

    def made(self) -> list[Row]:
        """Those who are no legislators: few, and so all of them, by name."""
        made = (seat.holder.id for seat in self.roster.seats.values() if seat.is_made and seat.holder)
        return sorted(self._rows(made), key=lambda row: row.name.casefold())

    def row(self, holder_id: int) -> Row:
        """One of them."""
        (row,) = self._rows([holder_id])
        return row

    def _rows(self, holder_ids: Iterable[int]) -> list[Row]:
        people = dict.fromkeys(Person.of(each, self.sitting) for each in holder_ids)
        return [self._row(person) for person in people]

    def _row(self, person: Person) -> Row:
        whom, seat = self.words.content.whom, self.sitting.get(person.id)
        mark, typed = mark_of(whom, person), self.typed.get(person)
        return Row(
            person=person,
            name=seat.holder.name if seat and seat.holder else self._gone.get(person.id, ""),
            about=_about(seat) if seat else NOT_SEATED,
            mark=mark,
            chosen=typed.wanted if typed and typed.wanted is not typed.was else mark,
            is_listed=not person.ids.isdisjoint(whom.listed),
            why_not=self._why_not(seat) if seat else "",
            is_seated=seat is not None,
        )

    @cached_property
    def _gone(self) -> Mapping[int, str]:
        whom = self.words.content.whom
        return without_seat(db.session, (*whom.listed, *whom.with_us, *whom.against), self.roster)

    def _why_not(self, seat: Seat) -> str:
        passed_over = holder_in_turn(self.words, in_seat(seat), HowFound.LISTED).passed_over
        return PASSED_OVER[passed_over] if passed_over else ""


def _about(seat: Seat) -> str:
    party = seat.holder.party if seat.holder else ""
    return " · ".join(filter(None, (CHAMBERS[seat.chamber], seat.district, party)))


def _by_surname(row: Row) -> list[str]:
    return row.name.split()[::-1]
