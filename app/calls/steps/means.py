"""What reaching a step means for its call: a status, a reason, a report; or news of the office's leg."""

from app.calls.life.legs import apply_news, update_call
from app.calls.life.reports import Report, keep_report
from app.calls.life.status import CallState
from app.calls.shown.call import CallFacts
from app.calls.steps.at_hand import AtHand
from app.calls.steps.step import NOTHING, Meaning
from models import EventSource, ReportSource


def mean(own: AtHand, call: CallFacts, rank: int, meaning: Meaning) -> CallState | None:
    """Write it down: at most two statements. None if it means nothing."""
    if meaning == NOTHING:
        return None
    news = own.heard.news_of(rank)
    if news:
        return apply_news(own.session, call.id, news, source=EventSource.CARRIER)
    if meaning.reported:
        keep_report(own.session, call.id, rank, Report(meaning.reported), source=ReportSource.KEYPAD)
    source = EventSource.KEYPAD
    return update_call(own.session, call.id, meaning.status, source=source, rank=rank, reason=meaning.reason)
