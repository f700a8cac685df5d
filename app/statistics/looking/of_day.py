"""How many calls a day had of each kind: the calls themselves say it while they are few, and statistics after that."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from app.calls.shown.kinds import Kind
from app.calls.shown.log.counts import counts_of_day
from app.calls.shown.log.filter import LogFilter
from app.statistics.reading import counts
from app.statistics.told import Span
from models import CountedBy, Step


def kinds_of_day(session: Session, which: LogFilter, day: date) -> Mapping[Kind, int] | None:
    """Of many calls statistics know those of a campaign, or of all; of what else was asked for there is none."""
    few = counts_of_day(session, which, day)
    if few is not None or which != _of_campaigns(which):
        return few
    campaigns = which.campaigns if which.campaign_id is None else frozenset({which.campaign_id})
    counted = counts(session, Span(campaigns, day, day))
    through_us = counted.calls(CountedBy.STEP, Step.ASKED)
    others = {kind: counted.calls(CountedBy.WAY, kind) for kind in (Kind.OWN_PHONE, Kind.WRITTEN)}
    return {Kind.THROUGH_US: through_us, **others}


def _of_campaigns(which: LogFilter) -> LogFilter:
    """By as much of it as statistics know together."""
    return LogFilter(campaign_id=which.campaign_id, campaigns=which.campaigns, since=which.since, until=which.until)
