"""The kinds of calls, which every count tells apart: through us, on an own phone, or written in place of a call."""

from enum import StrEnum

from sqlalchemy import ColumnElement, case

from models import Call, CallSource, ReportedOutcome


class Kind(StrEnum):
    """How an office was reached for: only of the first kind a line was ours, so that we know what it showed."""

    THROUGH_US = "through-us"
    OWN_PHONE = "own-phone"  # reported, and not known otherwise
    WRITTEN = "written"  # reported too


REPORTED_KINDS = frozenset({Kind.OWN_PHONE, Kind.WRITTEN})


def kind_of(source: CallSource, reported: ReportedOutcome | None) -> Kind:
    """The kind of one call."""
    if source is not CallSource.OWN_PHONE:
        return Kind.THROUGH_US
    return Kind.WRITTEN if reported is ReportedOutcome.WROTE else Kind.OWN_PHONE


_BY_THEMSELVES, _WROTE = Call.source == CallSource.OWN_PHONE, Call.reported_outcome == ReportedOutcome.WROTE

# The same in a statement.
KIND = case((~_BY_THEMSELVES, Kind.THROUGH_US), (_WROTE, Kind.WRITTEN), else_=Kind.OWN_PHONE).label("kind")


def is_of_kind(kind: Kind) -> tuple[ColumnElement[bool], ...]:
    """Conditions that only calls of this kind meet, so that an index finds them."""
    match kind:
        case Kind.THROUGH_US:
            return (~_BY_THEMSELVES,)
        case Kind.WRITTEN:
            return _BY_THEMSELVES, _WROTE
        case Kind.OWN_PHONE:
            return _BY_THEMSELVES, Call.reported_outcome.is_distinct_from(ReportedOutcome.WROTE)
