"""`flask demo`: the whole product on this computer, until Ctrl-C."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import click
from flask import Flask
from flask.cli import with_appcontext
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from app.cli.serve import port_taken
from app.cli.session import make_ready
from app.demo_campaign import PHONE_NUMBER, SPARE_NUMBERS, paid_leave
from app.extensions import settings
from app.instance import instance_secrets
from app.one_process import Arrangement, Running, running
from app.serving.web_server import PortTakenError
from app.store.db import db
from app.store.unit import unit
from app.team.people.demo_admin import DEMO_ADMIN, drop_demo_admin, make_demo_admin
from app.telephony.local_network import LiveCredentialsError

DEMO_LOCK = 0x52696E67  # "Ring"


@click.command("demo")
@with_appcontext
def command() -> None:
    """Start everything, print where it is, and stay until interrupted."""
    make_ready()
    port, stop = settings().port, threading.Event()
    for interruption in (signal.SIGINT, signal.SIGTERM):
        signal.signal(interruption, lambda *_: stop.set())
    numbers = (PHONE_NUMBER, paid_leave.PHONE_NUMBER, *SPARE_NUMBERS)
    how = Arrangement(numbers, web_port=port, network_port=port + 1, calls_per_second=1.0, demo=True)
    try:
        with _the_only_one(), running(settings(), how) as everything, _its_admin(everything.app):
            _tell(everything)
            while not stop.wait(0.5):  # a signal may wake another thread than this one
                pass
            click.echo("\nStopping …")
    except PortTakenError as error:
        raise port_taken(int(str(error))) from error
    except LiveCredentialsError as error:
        raise click.ClickException(f"{error} Unset the TWILIO_ variables: the demo uses no telephone.") from error


@contextmanager
def _the_only_one() -> Iterator[None]:
    """Two demos on one database would take each other's calls. The lock goes with the connection that holds it."""
    connection = db.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    try:
        if not connection.scalar(select(func.pg_try_advisory_lock(DEMO_LOCK))):
            raise click.ClickException("A demo runs here already: use its addresses, or stop it with Ctrl-C first.")
        yield
    finally:
        connection.invalidate()  # closed as it is: the server may have been away meanwhile
        connection.close()


@contextmanager
def _its_admin(app: Flask) -> Iterator[None]:
    """Somebody to sign in as, for as long as it runs: of the app that answers, which alone knows of passwords."""
    with app.app_context(), unit(db.session) as work:
        make_demo_admin(work.session, instance_secrets().organizer_password)
    try:
        yield
    finally:
        # If the database is away, the next real server sees to it.
        with suppress(OperationalError), app.app_context(), unit(db.session) as work:
            drop_demo_admin(work.session)


def _tell(everything: Running) -> None:
    click.echo(
        f"""
Ringdown is running. No telephone is used: both phones are on a page.

  Campaign page   {everything.web_url}/
  The two phones  {everything.network_url}/
  Call log        {everything.web_url}/organizers/calls
                  one click signs you in, as {DEMO_ADMIN}
                  (where a page asks for the password: {instance_secrets().organizer_password})

Open the phones beside the campaign page; a number to type is (617) 555-0123. Ctrl-C stops everything."""
    )
