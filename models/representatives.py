"""Who holds which seat, and the telephone lines of their offices: public facts, keyed by Census GEOID."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, RowId


class Chamber(StrEnum):
    """The two chambers of a state legislature."""

    HOUSE = "house"
    SENATE = "senate"


class LineKind(StrEnum):
    """Where an office line rings: at the State House, or in the district; of an office made by hand, in which turn.

    The switchboard is the line of whoever has none, and nobody's own.
    """

    CAPITOL = "capitol"
    DISTRICT = "district"
    FIRST = "first"
    SECOND = "second"
    SWITCHBOARD = "switchboard"


class District(Base):
    """One seat's district; the GEOID is the Census Bureau's, e.g. 25130 for the 8th Suffolk.

    An office made by hand has such a seat too: of no chamber, under a key of ours, and nobody's district.
    """

    __tablename__ = "district"

    geoid: Mapped[str] = mapped_column(String(12), primary_key=True)
    state: Mapped[str] = mapped_column(String(2))
    chamber: Mapped[Chamber | None]
    name: Mapped[str] = mapped_column(String(120))
    ocd_id: Mapped[str | None] = mapped_column(String(200), unique=True)
    vacant_until: Mapped[date | None]

    holders: Mapped[list["OfficeHolder"]] = relationship(back_populates="district")

    __table_args__ = (
        UniqueConstraint("state", "chamber", "name"),
        CheckConstraint("(chamber IS NULL) = (ocd_id IS NULL)", name="chamber_has_ocd_id"),
    )


class OfficeHolder(Base):
    """A person in a seat, from one day to another; never deleted, so old calls keep whom they reached."""

    __tablename__ = "office_holder"

    id: Mapped[RowId]
    district_geoid: Mapped[str] = mapped_column(ForeignKey("district.geoid"))
    openstates_id: Mapped[str] = mapped_column(String(80))
    name: Mapped[str] = mapped_column(String(120))
    party: Mapped[str] = mapped_column(String(60))
    email: Mapped[str] = mapped_column(String(254), default="", server_default="")
    url: Mapped[str] = mapped_column(String(300), default="")
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]

    district: Mapped[District] = relationship(back_populates="holders")
    lines: Mapped[list["HolderLine"]] = relationship(back_populates="holder", order_by="HolderLine.rank")

    __table_args__ = (
        Index(
            "uq_office_holder_sitting",
            "district_geoid",
            "openstates_id",
            unique=True,
            postgresql_where="valid_to IS NULL",
        ),
        CheckConstraint("valid_to >= valid_from", name="valid_order"),
    )


class OfficeLine(Base):
    """One telephone number of an office; several representatives can share one switchboard line."""

    __tablename__ = "office_line"

    id: Mapped[RowId]
    e164: Mapped[str] = mapped_column(String(16))
    extension: Mapped[str] = mapped_column(String(8), default="", server_default="")

    __table_args__ = (UniqueConstraint("e164", "extension"),)


class HolderLine(Base):
    """Which lines reach which office holder, best first (rank 0)."""

    __tablename__ = "holder_line"

    holder_id: Mapped[int] = mapped_column(ForeignKey("office_holder.id"), primary_key=True)
    line_id: Mapped[int] = mapped_column(ForeignKey("office_line.id"), primary_key=True)
    kind: Mapped[LineKind]
    rank: Mapped[int] = mapped_column(default=0, server_default="0")

    holder: Mapped[OfficeHolder] = relationship(back_populates="lines")
    line: Mapped[OfficeLine] = relationship()


class LineCorrection(Base):
    """Lines that an organizer set by hand. While it has not ended, seeding and imports leave these lines alone.

    It is of the person in the seat, and outlasts the row: who leaves and returns has it again.
    `lines` and `imported` are lists of [E.164, extension, kind], best first; `imported` is what an undo restores.
    """

    __tablename__ = "line_correction"

    id: Mapped[RowId]
    holder_id: Mapped[int] = mapped_column(ForeignKey("office_holder.id"))
    corrected_at: Mapped[datetime]
    corrected_by: Mapped[str] = mapped_column(String(255))
    note: Mapped[str] = mapped_column(String(300))
    lines: Mapped[list[list[str]]] = mapped_column(JSONB)
    imported: Mapped[list[list[str]]] = mapped_column(JSONB)
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str] = mapped_column(String(255), default="", server_default="")

    __table_args__ = (
        Index("uq_line_correction_current", "holder_id", unique=True, postgresql_where="ended_at IS NULL"),
        CheckConstraint("ended_at >= corrected_at", name="ended_after"),
    )


class EmailCorrection(Base):
    """An office's e-mail address that an organizer set by hand, in place of what the import says; empty for none.

    It is of the person in the seat, and outlasts the row: seeding and imports know nothing of it. Undone, it is gone.
    """

    __tablename__ = "email_correction"

    district_geoid: Mapped[str] = mapped_column(ForeignKey("district.geoid"), primary_key=True)
    openstates_id: Mapped[str] = mapped_column(String(80), primary_key=True)
    email: Mapped[str] = mapped_column(String(254))
    corrected_at: Mapped[datetime]
    corrected_by: Mapped[str] = mapped_column(String(255))
    note: Mapped[str] = mapped_column(String(300))


class FormerLine(Base):
    """A number that a person in a seat had until an import changed it: one that brings it back is asked about."""

    __tablename__ = "former_line"

    district_geoid: Mapped[str] = mapped_column(ForeignKey("district.geoid"), primary_key=True)
    openstates_id: Mapped[str] = mapped_column(String(80), primary_key=True)
    e164: Mapped[str] = mapped_column(String(16), primary_key=True)
    extension: Mapped[str] = mapped_column(String(8), primary_key=True, default="", server_default="")
    until: Mapped[date]


class Roster(Base):
    """One row a state: which version of its office holders is current, and how old the facts are.

    `brought_in_at` is when an import last told anything, None as long as all of it came with the program.
    `overtaken_at` is when the next import takes force that was prepared, None where none was.
    """

    __tablename__ = "roster"

    state: Mapped[str] = mapped_column(String(2), primary_key=True)
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    as_of: Mapped[date]
    source: Mapped[str] = mapped_column(String(300))
    brought_in_at: Mapped[datetime | None]
    overtaken_at: Mapped[datetime | None]
