"""Whose hours are set: those of one office line, or those of every office of a state."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from models import District, HolderLine, HoursException, OfficeHolder, Roster


class NobodyThereError(LookupError):
    """Nobody who sits now is reached on this line, or the state has no offices."""


@dataclass(frozen=True, slots=True)
class OneLine:
    """The office line with this id, for all who share it."""

    id: int

    @property
    def exceptions(self) -> ColumnElement[bool]:
        """Which exceptions are theirs."""
        return HoursException.line_id == self.id

    @property
    def rosters(self) -> ColumnElement[bool]:
        """Which rosters tell of them: those in which somebody who sits is reached on this line."""
        reached = (
            select(District.state)
            .join(OfficeHolder, OfficeHolder.district_geoid == District.geoid)
            .join(HolderLine, HolderLine.holder_id == OfficeHolder.id)
            .where(HolderLine.line_id == self.id, OfficeHolder.valid_to.is_(None))
        )
        return Roster.state.in_(reached)

    def exception(self) -> HoursException:
        """A new exception of theirs."""
        return HoursException(line_id=self.id)


@dataclass(frozen=True, slots=True)
class EveryOffice:
    """All offices of a state."""

    state: str

    @property
    def exceptions(self) -> ColumnElement[bool]:
        """Which exceptions are theirs."""
        return HoursException.state == self.state

    @property
    def rosters(self) -> ColumnElement[bool]:
        """Which rosters tell of them."""
        return Roster.state == self.state

    def exception(self) -> HoursException:
        """A new exception of theirs."""
        return HoursException(state=self.state)


Whose = OneLine | EveryOffice


def take_rosters(session: Session, whose: Whose) -> list[Roster]:
    """The rosters that tell of these hours, locked against imports and other organizers until the transaction ends.

    Raises:
        NobodyThereError: there are none.
    """
    theirs = select(Roster).where(whose.rosters).order_by(Roster.state).with_for_update(of=Roster)
    rosters = list(session.scalars(theirs.execution_options(populate_existing=True)))
    if not rosters:
        raise NobodyThereError
    return rosters


def read_anew(session: Session, rosters: list[Roster]) -> None:
    """Write what was changed, and let every process read its directory anew."""
    for roster in rosters:
        roster.version += 1
    session.flush()
