"""Whether calls are placed just now, and why not: read with the campaign at its door, and by whatever places a call.

A reason that concerns more than one supporter is one more case of `not_placed`: then pages offer own phones, and a
click rings nobody.
"""

from enum import StrEnum

from sqlalchemy import Label, SQLColumnExpression, String, case, func, literal, select, type_coerce

from app.limits.holds.standing import is_held
from models import Alert, AlertKind


class WhyNotRing(StrEnum):
    """Why we ring nobody for a campaign, while its supporters can call on their own phones."""

    OWN_PHONES_ONLY = "own-phones-only"  # it is meant so
    NO_NUMBER = "no-number"  # the campaign has none from which to ring
    NO_CARRIER = "no-carrier"  # none is set up
    CARRIER_REFUSES = "carrier-refuses"  # because of us, or of trouble of its own
    NO_WORKER = "no-worker"  # nobody would do it
    NO_PROOF = "no-proof"  # a browser was asked to take some trouble, and did not
    DISK_FULL = "disk-full"  # nobody could write it down
    ENOUGH_TODAY = "enough-today"  # the campaign rang as many phones as it may in a day
    HELD = "held"  # its money is spent, or somebody held it back, or something was odd
    THIS_NUMBER = "this-number"  # not the one that was typed: for which reason, nobody is told


# Alerts that are such a reason, under the same name.
_REASONS = (AlertKind.NO_WORKER, AlertKind.DISK_FULL)

_ALERTED = (
    select(func.max(type_coerce(Alert.kind, String)))
    .where(Alert.kind.in_(_REASONS), Alert.over_at.is_(None))
    .scalar_subquery()
)


def not_placed(campaign_id: SQLColumnExpression[int]) -> Label[str | None]:
    """In a statement: the reason, NULL where calls of this campaign are placed."""
    held = case((is_held(campaign_id), literal(WhyNotRing.HELD, String)))
    return func.coalesce(_ALERTED, held).label("why_not")


def why_not_placed(told: str | None) -> WhyNotRing | None:
    """The reason as a row of such a statement tells it."""
    return WhyNotRing(told) if told else None
