"""What these commands have in common: the account in force, and what is said where the carrier does not answer."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from app.cli.session import make_ready
from app.extensions import given
from app.store.db import db
from app.telephony.account.api import Vendor
from app.telephony.carrier import CarrierError
from app.telephony.faults import fault_of

NO_ACCOUNT = "No carrier is set up. Paste account SID and auth token: flask carrier account"
NOT_DONE = "The carrier did not do it. {why} See what is not right: flask carrier status"


@contextmanager
def asking() -> Iterator[Vendor]:
    """The carrier, to be asked within; no connection to the database waits for it."""
    make_ready()
    config = given().account.settings()
    if not config.has_carrier:
        raise click.ClickException(NO_ACCOUNT)
    db.session.rollback()
    try:
        yield given().make_vendor(config)
    except CarrierError as error:
        raise click.ClickException(NOT_DONE.format(why=fault_of(error.code).said)) from error
