"""All checks together."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from functools import partial

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.config import Settings
from app.readiness.carrier import carrier_checks
from app.readiness.check import Check
from app.readiness.clock import clock_checks
from app.readiness.database import database_checks, log_checks, pooler_checks, room_checks
from app.readiness.facts import facts_checks
from app.readiness.keys.older import older_key_checks
from app.readiness.keys.shut import shut_checks
from app.readiness.numbers import number_checks
from app.readiness.outside import Outside
from app.readiness.passkeys import passkey_checks
from app.readiness.pauses import pause_checks, restored_checks
from app.readiness.server import address_checks, hold_checks, key_checks, never_called_checks, proxy_checks
from app.readiness.worker import worker_checks
from app.store.database_clock import database_now


def every_check(session: Session, config: Settings, outside: Outside, now: datetime) -> Iterator[Check]:
    """Whatever is not right, of database, offices, worker, clock, carrier, address, keys and numbers."""
    database = list(database_checks(session.get_bind().engine))
    yield from database
    if not database:
        yield from facts_checks(session, now)
        yield from room_checks(session)
        yield from log_checks(session)
        if config.database_pooler:
            yield from pooler_checks(session)
        yield from restored_checks(session)
        yield from worker_checks(session, config)
        yield from clock_checks(outside.clock, partial(database_now, session.get_bind().engine))
        yield from pause_checks(session, now)
        yield from never_called_checks(session, config)
        yield from hold_checks(session, config)
        yield from passkey_checks(session, config.public_base_url)
        yield from older_key_checks(session, config, now)
    looked = outside.look() if config.has_carrier else None
    yield from carrier_checks(config, looked, () if database else list(shut_checks(session, config)))
    yield from key_checks(config)
    yield from proxy_checks(config)
    if looked:
        yield from address_checks(config, looked)
        with suppress(SQLAlchemyError):  # told above
            yield from number_checks(session, looked, config.public_base_url)
