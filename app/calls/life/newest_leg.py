"""The newest leg to a phone is the one that counts: an office may be dialed again, and a supporter rung again."""

from sqlalchemy import ScalarSelect, Select, select

from models import CalledOffice, Leg, LegRole, LegStatus


def office_leg_status() -> ScalarSelect[LegStatus]:
    """Beside a called office: how far its newest leg came, NULL before it was dialed."""
    legs = select(Leg.status).where(Leg.called_office_id == CalledOffice.id)
    return legs.order_by(Leg.id.desc()).limit(1).scalar_subquery()


def supporter_sid(call_id: int) -> Select[str]:
    """By what the carrier knows the newest leg to the supporter of a call."""
    legs = select(Leg.carrier_sid).where(Leg.call_id == call_id, Leg.role == LegRole.SUPPORTER)
    return legs.order_by(Leg.id.desc()).limit(1)
