"""Which calls a page of numbers is about: of one campaign or all that are theirs, of some days up to today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from flask import abort, request
from sqlalchemy.orm import Session

from app.calls.shown.log.page import campaign_subjects
from app.extensions import given
from app.organizers.accounts.roles import signed_in
from app.statistics.told import Span
from app.store.db import db

# What stands in an address, and how many days it is; none for all that ever were.
DAYS: Mapping[str, int | None] = {"today": 1, "7": 7, "30": 30, "all": None}
TITLES: Mapping[str, str] = {"today": "Today", "7": "7 days", "30": "30 days", "all": "All"}
USUAL = "today"


@dataclass(frozen=True)
class Asked:
    """What somebody wants to see; `subject` is empty where it is of all their campaigns, named in `campaigns`."""

    name: str
    span: Span
    campaign_id: int | None
    campaigns: Mapping[int, str]
    now: datetime

    @property
    def subject(self) -> str:
        """What the campaign is about."""
        return self.campaigns[self.campaign_id] if self.campaign_id is not None else ""

    @property
    def theirs(self) -> frozenset[int] | None:
        """The campaigns that count; None for all that there are."""
        return self.span.campaigns

    @property
    def in_words(self) -> str:
        """Of when they are, within a sentence."""
        return {"today": "today", "7": "in 7 days", "30": "in 30 days", "all": "so far"}[self.name]


def asked(campaign_id: int | None, *, usual: str = USUAL) -> Asked:
    """What this request asks for; 404 where there is no such campaign."""
    name = request.args.get("span", usual)
    name = name if name in DAYS else usual
    now, campaigns = given().clock(), _subjects(db.session)
    if campaign_id is not None and campaign_id not in campaigns:
        abort(404)
    theirs = signed_in().campaigns if campaign_id is None else frozenset({campaign_id})
    days = DAYS[name]
    span = Span(theirs) if days is None else Span.of_days(now, days, theirs)
    return Asked(name, span, campaign_id, campaigns, now)


def _subjects(session: Session) -> Mapping[int, str]:
    return campaign_subjects(session, signed_in().campaigns)
