"""Use cases of organizers: set an office's e-mail address by hand, and take that back."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.representatives.roster.correct_lines import take_sitting
from app.representatives.roster.emails import email_of
from models import EmailCorrection, OfficeHolder


def email_correction(session: Session, holder: OfficeHolder) -> EmailCorrection | None:
    """What was set by hand for this person in this seat, in whichever of their terms."""
    return session.get(EmailCorrection, (holder.district_geoid, holder.openstates_id), populate_existing=True)


def correct_email(session: Session, holder_id: int, email: str, *, by: str, note: str, now: datetime) -> bool:
    """Make this the office's address, empty for none; False if it is already.

    Every process reads its directory anew; imports change what an undo goes back to, and nothing else.

    Raises:
        NoLongerSittingError: somebody else sits there now, or nobody.
    """
    roster, holder = take_sitting(session, holder_id)
    if email_of(session, holder_id) == email:
        return False
    correction = email_correction(session, holder) or _of(holder)
    correction.email, correction.note = email, note
    correction.corrected_at, correction.corrected_by = now, by
    session.add(correction)
    roster.version += 1
    session.flush()
    return True


def undo_email(session: Session, holder_id: int) -> bool:
    """Go back to the address that the import says; False if none was set by hand.

    Raises:
        NoLongerSittingError: somebody else sits there now, or nobody.
    """
    roster, holder = take_sitting(session, holder_id)
    correction = email_correction(session, holder)
    if correction is None:
        return False
    session.delete(correction)
    roster.version += 1
    session.flush()
    return True


def _of(holder: OfficeHolder) -> EmailCorrection:
    return EmailCorrection(district_geoid=holder.district_geoid, openstates_id=holder.openstates_id)
