"""Requests about calls of ours whose signature does not fit: a run of them says that the token was changed."""

from datetime import UTC, datetime, timedelta

from flask import Flask

from app.extensions import given
from app.guard.tokens import BadTokenError
from app.store.alerts import alert_over, raise_alert
from app.store.db import db
from app.store.unit import unit
from app.telephony.voice_urls import PURPOSE
from app.this import this_app
from models import AlertKind

A_RUN = 5
NOT_AGAIN_FOR = timedelta(minutes=10)
KEPT = "refused_runs"
CARRIER_PAGE = "/organizers/carrier"
SENTENCE = (
    "The carrier signs with another auth token than ours, so that we refuse what it asks, and whoever is rung hears "
    "nothing. Was the token changed there? Paste the new one."
)


class RefusedRuns:
    """Counts in this process, so that nobody who sends rubbish costs a statement; a run costs one, and seldom."""

    def __init__(self) -> None:
        self._in_a_row, self._is_told = 0, False
        self._told_at = datetime.min.replace(tzinfo=UTC)

    def refused(self) -> None:
        """One more."""
        self._in_a_row, now = self._in_a_row + 1, given().clock()
        if self._in_a_row >= A_RUN and not self._is_told and now - self._told_at >= NOT_AGAIN_FOR:
            self._is_told, self._told_at = True, now
            with unit(db.session) as work:
                raise_alert(work.session, AlertKind.TOKEN_CHANGED, "", SENTENCE, link=CARRIER_PAGE, now=now)

    def accepted(self) -> None:
        """One whose signature fits."""
        was_told, self._is_told, self._in_a_row = self._is_told, False, 0
        if was_told:
            with unit(db.session) as work:
                alert_over(work.session, AlertKind.TOKEN_CHANGED, "", now=given().clock())


def init_refused_runs(app: Flask) -> None:
    """Give the app its counter."""
    app.extensions[KEPT] = RefusedRuns()


def refused_runs() -> RefusedRuns:
    """The app's counter."""
    runs: RefusedRuns = this_app().extensions[KEPT]
    return runs


def is_call(token: str) -> bool:
    """Whether this stands for a call: nobody but the carrier was told such a token."""
    try:
        given().tokens.read(PURPOSE, token)
    except BadTokenError:
        return False
    return True
