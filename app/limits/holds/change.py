"""Holds something back, and lets it go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.store.alerts import alert_over, raise_alert
from models import EVERY_CAMPAIGN, AlertKind, Hold, VisitorAsked, WhyHeld

KEPT = timedelta(days=90)
SAID = {AlertKind.SAFE_MODE: "Safe mode: nobody is rung.", AlertKind.ODD: "Something odd was paused."}
NOBODY_IS_RUNG = (WhyHeld.SAFE_MODE, WhyHeld.RESTORED)
SAFETY_PAGE = "/organizers/safety"


@dataclass(frozen=True)
class Held:
    """What is held back: a campaign or all of them, or what it is `about`."""

    campaign_id: int
    why: WhyHeld
    about: str = ""


SAFE_MODE = Held(EVERY_CAMPAIGN, WhyHeld.SAFE_MODE)


def hold(session: Session, what: Held, sentence: str, now: datetime, by: str = "") -> bool:
    """Hold it back from now on; False where it is already."""
    values = {"campaign_id": what.campaign_id, "why": what.why, "about": what.about}
    new = insert(Hold).values(**values, sentence=sentence, since=now, by=by).on_conflict_do_nothing()
    is_new = session.scalar(new.returning(Hold.id)) is not None
    if is_new:
        raise_alert(session, _kind(what), _about(what), f"{SAID[_kind(what)]} {sentence}", link=SAFETY_PAGE, now=now)
    return is_new


def let_go(session: Session, hold_id: int, now: datetime, by: str = "") -> Hold | None:
    """Let it go on; None where it does already. What was odd until now counts no more."""
    mine = update(Hold).where(Hold.id == hold_id, Hold.over_at.is_(None)).values(over_at=now, ended_by=by)
    over = session.scalar(mine.returning(Hold))
    if over is not None:
        what = Held(over.campaign_id, over.why, over.about)
        alert_over(session, _kind(what), _about(what), now=now)
        if what.why is WhyHeld.REFUSED_VISITOR:
            whose = VisitorAsked.visitor_hash == bytes.fromhex(what.about)
            session.execute(update(VisitorAsked).where(whose).values(is_held=False))
    return over


def standing_holds(session: Session) -> Sequence[Hold]:
    """All that is held back now, the widest first."""
    return session.scalars(select(Hold).where(Hold.over_at.is_(None)).order_by(Hold.campaign_id, Hold.id)).all()


def hold_of(session: Session, what: Held) -> Hold | None:
    """The hold that stands."""
    mine = (Hold.campaign_id == what.campaign_id, Hold.why == what.why, Hold.about == what.about)
    return session.scalar(select(Hold).where(*mine, Hold.over_at.is_(None)))


def forget_holds(session: Session, now: datetime) -> None:
    """Delete those that are long over."""
    session.execute(delete(Hold).where(Hold.over_at < now - KEPT))


def _kind(what: Held) -> AlertKind:
    return AlertKind.SAFE_MODE if what.why in NOBODY_IS_RUNG else AlertKind.ODD


def _about(what: Held) -> str:
    return f"{what.campaign_id} {what.why} {what.about}"[:80].strip()
