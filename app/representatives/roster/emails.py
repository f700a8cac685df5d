"""Which e-mail address of an office is in force: the one that was set by hand, else what the import says."""

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import Session

from models import EmailCorrection, OfficeHolder

_IN_FORCE = func.coalesce(EmailCorrection.email, OfficeHolder.email)

# In a statement that joins the corrections by `is_corrected`: empty too where nobody sits, or they sit no more.
EMAIL = case(
    (and_(OfficeHolder.id.is_not(None), OfficeHolder.valid_to.is_(None)), _IN_FORCE),
    else_="",
).label("email")


def is_corrected() -> ColumnElement[bool]:
    """Whether a correction is of this office holder."""
    return and_(
        EmailCorrection.district_geoid == OfficeHolder.district_geoid,
        EmailCorrection.openstates_id == OfficeHolder.openstates_id,
    )


def email_of(session: Session, holder_id: int) -> str:
    """The address of an office holder's office; empty where none is known, or they sit no more."""
    theirs = select(EMAIL).select_from(OfficeHolder).outerjoin(EmailCorrection, is_corrected())
    return session.scalar(theirs.where(OfficeHolder.id == holder_id)) or ""
