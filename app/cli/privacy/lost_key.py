"""`flask privacy lost-do-not-call-key`: begins anew where that key is gone, without which nobody is rung."""

import click
from flask import current_app

from app.cli.team.by_command import note
from app.extensions import given
from app.limits.holds.by_key import look_at_key, take_new_key
from app.store.db import db
from app.store.unit import unit
from models import AuditAct

SUBJECT = "the do-not-call key"
SURE = "Everybody who asked never to be called can be rung again then: they must ask anew. Is the key gone for good?"


@click.command("lost-do-not-call-key")
def lost_do_not_call_key() -> None:
    """Begin a new list of numbers that are never called, by the key that is set now."""
    click.confirm(SURE, abort=True)
    with current_app.app_context(), unit(db.session) as work:
        own = given()
        lost = take_new_key(work.session, own.vault)
        look_at_key(work.session, own.vault, own.clock())
        note(work.session, AuditAct.SETTING_CHANGED, SUBJECT, after={"refusals lost": lost})
    click.echo(f"{lost} refusals are lost. Calls are placed again.")
