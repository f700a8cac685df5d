"""Whether the carrier takes our calls at all, and an alert while it does not."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.store.alerts import alert_over, raise_alert
from models import AlertKind, Call, CallSource, CallStatus, EndReason

IN_A_ROW = 3  # one may be a number that is none
LATELY = timedelta(hours=1)
NOT_ASKED_YET = (CallStatus.SCHEDULED, CallStatus.REQUESTED, CallStatus.CANCELED)
NOT_TAKEN = {EndReason.CARRIER_REFUSED, EndReason.CARRIER_UNREACHABLE}
CALLS_PAGE = "/organizers/calls"
SENTENCE = (
    f"The carrier took none of the last {IN_A_ROW} calls: nobody is rung. Run “flask doctor” on the server, and look "
    "at the carrier's account: is it active, and is there money in it?"
)


def tell_of_refusals(session: Session, now: datetime) -> None:
    """Raise the alert once several calls in a row were not taken; one that is taken ends it."""
    asked = (
        select(Call.end_reason)
        .where(Call.created_at > now - LATELY, Call.source == CallSource.WEB, ~Call.rehearsal)
        .where(Call.status.not_in(NOT_ASKED_YET))
        .order_by(Call.created_at.desc(), Call.id.desc())
    )
    newest = session.scalars(asked.limit(IN_A_ROW)).all()
    refused = [reason in NOT_TAKEN for reason in newest]
    if len(refused) == IN_A_ROW and all(refused):
        raise_alert(session, AlertKind.CARRIER_REFUSES, "", SENTENCE, link=CALLS_PAGE, now=now)
    elif refused and not refused[0]:
        alert_over(session, AlertKind.CARRIER_REFUSES, "", now=now)
