"""`flask ring-again`: takes a number off the list of those that are never called, for whoever pressed 9 by mistake."""

import click
from flask.cli import with_appcontext

from app.cli.carrier.typed import number_typed
from app.cli.team.by_command import note
from app.extensions import given
from app.limits.numbers import ring_again
from app.store.db import db
from app.store.unit import unit
from models import AuditAct

SUBJECT = "a number that asked never to be called"


@click.command("ring-again")
@with_appcontext
def command() -> None:
    """Let a number be called again: its owner asked for that in writing, and is whom they say they are."""
    phone = number_typed(click.prompt("Their phone number"))
    with unit(db.session) as work:
        was_listed = ring_again(work.session, phone, given().vault)
        if was_listed:
            note(work.session, AuditAct.SETTING_CHANGED, SUBJECT, after={"may be called again": True})
    click.echo("It may be called again." if was_listed else "It was not on the list.")
