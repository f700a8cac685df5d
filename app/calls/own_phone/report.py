"""Keeps what a supporter reports who called on their own phone, or wrote: one call a page, one report an office."""

from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.calls.life.beginning import NewCall, begin_call
from app.calls.life.reports import Report
from app.calls.own_phone.shown import Shown
from app.calls.run.feedback import Reports, report_outcome, reports_of
from app.limits.feedback import Changes
from models import Call, CallSource, CallStatus, EventSource

NOTHING = Reports({}, {})


@dataclass(frozen=True)
class Reporter:
    """In which language a page was read, how often its answers may be changed, and whether only for a rehearsal."""

    language: str
    allowed: Changes
    rehearsal: bool


def reported(session: Session, shown: Shown, allowed: Changes) -> Reports:
    """What was told from this page, by the rank of the line that was said to be called."""
    call_id = session.scalar(_of_page(shown))
    return NOTHING if call_id is None else reports_of(session, call_id, allowed)


def report_own_phone(session: Session, shown: Shown, rank: int, report: Report, reporter: Reporter) -> None:
    """Keep it in place of what was said of the same office before: the line that was called first stays."""
    call_id = session.scalar(_of_page(shown)) or _begin(session, shown, reporter)
    before = reports_of(session, call_id, reporter.allowed).on_page
    of_office = shown.ranks(shown.offices[rank].nth)
    there = next((it for it in of_office if it in before), rank)
    report_outcome(session, call_id, there, report, reporter.allowed)


def _begin(session: Session, shown: Shown, reporter: Reporter) -> int:
    """Write the call down, over at once; where a report that came in the same moment was faster, the call of that."""
    call = NewCall(
        campaign_id=shown.campaign_id,
        campaign_version=shown.campaign_version,
        source=CallSource.OWN_PHONE,
        rehearsal=reporter.rehearsal,
        form_nonce=shown.nonce,
        phone_bank_id=shown.phone_bank_id,
        came_from=shown.came_from,
        town=shown.town,
        language=reporter.language,
        offices=shown.offices,
    )
    call_id = begin_call(session, call, CallStatus.COMPLETED, source=EventSource.PAGE)
    return call_id or session.scalars(_of_page(shown)).one()


def _of_page(shown: Shown) -> Select[int]:
    return select(Call.id).where(Call.form_nonce == shown.nonce, Call.source == CallSource.OWN_PHONE)
