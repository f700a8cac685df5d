"""Counts how often a visitor asks for numbers that nobody is rung at: who does so again and again is held back."""

from datetime import datetime

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.clock import end_of_day
from app.guard.phone_vault import PhoneVault
from app.limits.errors import CannotPlace, DoNotCallError, NotASupporter, TooManyCalls
from app.limits.holds.change import Held, hold
from app.limits.rate import Limit, admit, forget
from app.limits.visitors import Visitor, whose
from models import EVERY_CAMPAIGN, Limited, VisitorAsked, WhyHeld

# That a crowd asks for many numbers, or somebody twice for their own, is not odd.
OF_OTHERS = (DoNotCallError, NotASupporter, TooManyCalls)
NOBODY = "nobody"
AGAIN_AND_AGAIN = Limit(Limited.REFUSED_NUMBERS, at_most=14)
SENTENCE = "One visitor asked 15 times within an hour for numbers that are not rung. Now they are offered own phones."


def count_refusal(session: Session, visitor: Visitor, error: CannotPlace, vault: PhoneVault, now: datetime) -> None:
    """Count it; the fifteenth within an hour holds them back for the day. Nobody learns who it is.

    What tells nothing of who asks is counted for nobody, so that it takes as long.
    """
    who = visitor.who if isinstance(error, OF_OTHERS) else NOBODY
    if admit(session, vault, AGAIN_AND_AGAIN, who, now=now) or who is NOBODY:
        return
    mark = whose(vault, visitor.who)
    row = insert(VisitorAsked).values(visitor_hash=mark, forms={}, over_at=end_of_day(now), is_held=True)
    session.execute(row.on_conflict_do_update(index_elements=[VisitorAsked.visitor_hash], set_={"is_held": True}))
    hold(session, Held(EVERY_CAMPAIGN, WhyHeld.REFUSED_VISITOR, mark.hex()), SENTENCE, now)
    forget(session, vault, AGAIN_AND_AGAIN, visitor.who)
