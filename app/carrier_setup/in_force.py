"""Which account is in force, known to every process within seconds, and without a statement for every request."""

from collections.abc import Callable
from threading import Lock
from time import monotonic

import structlog
from sqlalchemy import Engine, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.carrier_setup.kept import is_in_environment, settings_with
from app.carrier_setup.looked import looked_of
from app.clock import Clock
from app.config import Settings
from app.guard.phone_vault import PhoneVault
from models import CarrierSetup

log = structlog.get_logger()

GOOD_FOR = 3.0  # seconds
AT_ONCE = 0.5  # whoever doubts what is known looks no more often than that


class AccountInForce:
    """The settings, with the account that admins set up; with the environment's where that names one.

    Of either is known whether it may ring supporters, as the carrier told when it was last looked at.
    """

    def __init__(self, settings: Settings, vault: PhoneVault, clock: Clock, engine: Callable[[], Engine]) -> None:
        self._settings, self._vault, self._clock, self._engine = settings, vault, clock, engine
        self._is_fixed = is_in_environment(settings)
        self._known, self._read_at, self._was_read = settings, float("-inf"), False
        self._lets_ring, self._fallback = True, ""
        self._reading = Lock()

    def settings(self) -> Settings:
        """As they are now; at most some seconds old."""
        return self._known if self._is_fixed else self._not_older_than(GOOD_FOR)

    def looked_again(self) -> Settings:
        """As they are now, for whoever has a reason to believe that they changed."""
        return self._known if self._is_fixed else self._not_older_than(AT_ONCE)

    def may_ring(self) -> bool:
        """Whether supporters can be rung by it, as the carrier told last: not on a trial, nor before its review."""
        return self._not_older_than(GOOD_FOR).has_carrier and self._lets_ring

    def fallback_url(self) -> str:
        """The document elsewhere that answers when this server does not; empty where there is none."""
        self._not_older_than(GOOD_FOR)
        return self._fallback

    def changed(self) -> None:
        """They were changed by this very process."""
        self._read_at = float("-inf")

    def _not_older_than(self, seconds: float) -> Settings:
        if self._is_older_than(seconds):
            with self._reading:
                if self._is_older_than(seconds):
                    self._read()
        return self._known

    def _is_older_than(self, seconds: float) -> bool:
        return not self._was_read or monotonic() - self._read_at > seconds  # whoever comes first waits for it

    def _read(self) -> None:
        """What was known stays where the database does not answer."""
        self._read_at = monotonic()
        try:
            with Session(self._engine()) as session:
                kept = session.scalar(select(CarrierSetup))
                now = self._settings if self._is_fixed else self._kept_in(kept)
                seen = looked_of(kept, now.twilio_account_sid)
        except SQLAlchemyError as error:
            log.warning("account_not_read", error=type(error).__name__)
        else:
            self._lets_ring = seen is None or seen[0].lets_ring
            self._fallback = kept.fallback_url if kept else ""
            self._known = self._known if now == self._known else now  # whoever holds it sees whether it is another
            self._was_read = True

    def _kept_in(self, kept: CarrierSetup | None) -> Settings:
        return settings_with(kept, self._settings, self._vault, self._clock())
