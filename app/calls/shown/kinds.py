"""The kinds of calls, which every count tells apart: through us, on an own phone, or written; and others."""

from enum import StrEnum

from sqlalchemy import ColumnElement, case

from models import THROUGH_US, TO_ITS_OWNER, Call, CallSource, ReportedOutcome


class Kind(StrEnum):
    """How an office was reached for: only of the first kind a line was ours, so that we know what it showed.

    With the last kind none was: whoever has a number tells us what they want. Statistics count none of these.
    """

    THROUGH_US = "through-us"
    OWN_PHONE = "own-phone"  # reported, and not known otherwise
    WRITTEN = "written"  # reported too
    TO_ITS_OWNER = "to-its-owner"


REPORTED_KINDS = frozenset({Kind.OWN_PHONE, Kind.WRITTEN})


def kind_of(source: CallSource, reported: ReportedOutcome | None) -> Kind:
    """The kind of one call."""
    if source in TO_ITS_OWNER:
        return Kind.TO_ITS_OWNER
    if source is not CallSource.OWN_PHONE:
        return Kind.THROUGH_US
    return Kind.WRITTEN if reported is ReportedOutcome.WROTE else Kind.OWN_PHONE


_BY_THEMSELVES, _WROTE = Call.source == CallSource.OWN_PHONE, Call.reported_outcome == ReportedOutcome.WROTE
_THROUGH_US, _TO_ITS_OWNER = Call.source.in_(THROUGH_US), Call.source.in_(TO_ITS_OWNER)

# The same in a statement.
KIND = case(
    (_THROUGH_US, Kind.THROUGH_US), (_TO_ITS_OWNER, Kind.TO_ITS_OWNER), (_WROTE, Kind.WRITTEN), else_=Kind.OWN_PHONE
).label("kind")


def is_of_kind(kind: Kind) -> tuple[ColumnElement[bool], ...]:
    """Conditions that only calls of this kind meet."""
    match kind:
        case Kind.THROUGH_US:
            return (_THROUGH_US,)
        case Kind.TO_ITS_OWNER:
            return (_TO_ITS_OWNER,)
        case Kind.WRITTEN:
            return _BY_THEMSELVES, _WROTE
        case Kind.OWN_PHONE:
            return _BY_THEMSELVES, Call.reported_outcome.is_distinct_from(ReportedOutcome.WROTE)
