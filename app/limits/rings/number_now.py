"""How a number stands with all limits at a moment, and from when on it rings again: for whoever has that phone."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, DateTime, Select, literal, select
from sqlalchemy.orm import Session

from app.guard.phone_vault import PhoneVault
from app.limits.numbers import PEACE_UNTIL, STRANGERS, stranger
from app.limits.pauses import about_known, concerning, paused_by
from app.limits.rings.number import RingLimits, marks_of, rings_again_at, rings_left
from app.store.once import Once, any_mark, param
from models import NumberRung


@dataclass(frozen=True)
class NumberNow:
    """What stands in the way of ringing it.

    Where it `has_peace` for good, `peace_until` is None. `is_paused` is of the carrier, for this number or for all. It
    rang as often as it may until `again_at`, and may ring `left` times before that; it `is_silent` where it rang so
    often in vain that it is asked why first.
    """

    has_peace: bool
    peace_until: datetime | None
    is_no_supporter: bool
    is_paused: bool
    again_at: datetime | None
    is_silent: bool
    left: int


def number_now(
    session: Session, phone: str, campaign_id: int, vault: PhoneVault, *, limits: RingLimits, now: datetime
) -> NumberNow:
    """As a call of this campaign finds it, whoever asks."""
    its = {**marks_of(vault, phone), "campaign_id": campaign_id, "now": now}
    row = _READ.rows(session, **stranger(phone, vault, now), **its)[0]
    in_vain = row["in_vain"] or 0
    return NumberNow(
        has_peace=row["asked_not_to"],
        peace_until=row["peace_until"],
        is_no_supporter=row["is_no_supporter"],
        is_paused=row["paused_by"] is not None,
        again_at=rings_again_at(row["rang"] or (), in_vain, limits, now),
        is_silent=in_vain >= limits.in_vain,
        left=rings_left(row["rang"] or (), limits, now),
    )


def _select_all() -> Select[*tuple[object, ...]]:
    concerned = concerning(param("campaign_id", BigInteger), about_known())
    paused = paused_by(concerned, param("now", DateTime(timezone=True))).label("paused_by")
    one = select(literal(1).label("one")).subquery()
    rings = one.outerjoin(NumberRung, NumberRung.phone_hash == any_mark("phone_marks"))
    all_of_it = select(*STRANGERS, PEACE_UNTIL, paused, NumberRung.rang, NumberRung.in_vain).select_from(rings)
    return all_of_it.order_by(NumberRung.phone_hash.desc())  # that of today first


_READ = Once(_select_all)
