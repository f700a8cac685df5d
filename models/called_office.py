"""One office that a call reaches for, in its turn: whom, on which line, with which script, or why it is passed over."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, RowId
from models.representatives import District, LineKind, OfficeHolder, OfficeLine


class Wording(StrEnum):
    """Which script an office is told: the ask, or thanks where they support it already."""

    ASK = "ask"
    THANKS = "thanks"


class PassedOver(StrEnum):
    """Why an office is not rung although its turn would be now."""

    VACANT = "vacant"  # nobody holds the seat
    NO_NUMBER = "no-number"
    SUPPORTS_ALREADY = "supports-already"  # on the campaign's list of those who need no call
    HELD_BACK = "held-back"  # an organizer lets nobody call them for now
    OTHER_TURN = "other-turn"  # on a day of action it is not their wave, and somebody else's is


class CalledOffice(Base):
    """One line of one office within a call. Offices are reached in the order of `rank`, from 0.

    An office holder with two lines has two ranks: the second is tried when the first does not answer. `nth` counts
    the office holders from 1. How the line answered is told by its leg.
    """

    __tablename__ = "called_office"

    id: Mapped[RowId]
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    rank: Mapped[int]
    nth: Mapped[int]
    district_geoid: Mapped[str] = mapped_column(ForeignKey("district.geoid"), index=True)
    how_found: Mapped[str] = mapped_column(String(20))
    office_holder_id: Mapped[int | None] = mapped_column(ForeignKey("office_holder.id"), index=True)
    office_line_id: Mapped[int | None] = mapped_column(ForeignKey("office_line.id"), index=True)
    line_kind: Mapped[LineKind | None]
    wording: Mapped[Wording] = mapped_column(default=Wording.ASK)
    passed_over: Mapped[PassedOver | None]

    district: Mapped[District] = relationship()
    office_holder: Mapped[OfficeHolder | None] = relationship()
    office_line: Mapped[OfficeLine | None] = relationship()

    __table_args__ = (
        UniqueConstraint("call_id", "rank"),
        CheckConstraint("(passed_over IS NULL) = (office_line_id IS NOT NULL)", name="line_or_reason"),
        CheckConstraint("office_line_id IS NULL OR office_holder_id IS NOT NULL", name="line_has_holder"),
        CheckConstraint("rank >= 0 AND nth >= 1", name="counted"),
    )
