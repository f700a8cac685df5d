"""Which account is in force, known to every process within seconds, and without a statement for every request."""

from collections.abc import Callable
from threading import Lock
from time import monotonic

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.carrier_setup.kept import is_in_environment, settings_with_kept
from app.clock import Clock
from app.config import Settings
from app.guard.phone_vault import PhoneVault

log = structlog.get_logger()

GOOD_FOR = 3.0  # seconds
AT_ONCE = 0.5  # whoever doubts what is known looks no more often than that


class AccountInForce:
    """The settings, with the account that admins set up; with the environment's where that names one."""

    def __init__(self, settings: Settings, vault: PhoneVault, clock: Clock, engine: Callable[[], Engine]) -> None:
        self._settings, self._vault, self._clock, self._engine = settings, vault, clock, engine
        self._is_fixed = is_in_environment(settings)
        self._known, self._read_at = settings, float("-inf")
        self._reading = Lock()

    def settings(self) -> Settings:
        """As they are now; at most some seconds old."""
        return self._not_older_than(GOOD_FOR)

    def looked_again(self) -> Settings:
        """As they are now, for whoever has a reason to believe that they changed."""
        return self._not_older_than(AT_ONCE)

    def changed(self) -> None:
        """They were changed by this very process."""
        self._read_at = float("-inf")

    def _not_older_than(self, seconds: float) -> Settings:
        if not self._is_fixed and self._is_older_than(seconds):
            with self._reading:
                if self._is_older_than(seconds):
                    self._read()
        return self._known

    def _is_older_than(self, seconds: float) -> bool:
        return monotonic() - self._read_at > seconds

    def _read(self) -> None:
        """What was known stays where the database does not answer."""
        self._read_at = monotonic()
        try:
            with Session(self._engine()) as session:
                now = settings_with_kept(session, self._settings, self._vault, self._clock())
        except SQLAlchemyError as error:
            log.warning("account_not_read", error=type(error).__name__)
        else:
            self._known = self._known if now == self._known else now  # whoever holds it sees whether it is another
