"""The document elsewhere that answers whoever is on the phone when this server does not."""

import click
from flask.cli import with_appcontext

from app.carrier_setup.fallback import DOCUMENT, fallback_url, keep_fallback, why_not_kept
from app.cli.session import make_ready
from app.cli.team.by_command import note
from app.extensions import given, settings
from app.store.db import db
from app.store.unit import unit
from app.telephony.fallback_document import TEXT
from models import AuditAct

NONE_YET = (
    "None is used. Let this text lie elsewhere, as in a TwiML Bin, and say where: flask carrier fallback https://…"
)
KEPT = "It is kept. Numbers that campaigns have already get it by: flask hotline"


@click.command("fallback")
@click.argument("url", default="")
@click.option("--none", "is_none", is_flag=True, help="Use none any more.")
@with_appcontext
def fallback(url: str, *, is_none: bool) -> None:
    """Try and keep the document at URL; without it, print the text to paste and which one is used."""
    make_ready()
    if url or is_none:
        _keep("" if is_none else url)
        return
    click.echo(TEXT)
    used = fallback_url(db.session)
    click.echo(f"\nUsed: {used}" if used else f"\n{NONE_YET}")


def _keep(url: str) -> None:
    db.session.rollback()  # whoever is asked may take its time
    why_not = why_not_kept(url, settings())
    if why_not:
        raise click.ClickException(why_not)
    with unit(db.session) as work:
        before = fallback_url(work.session)
        if keep_fallback(work.session, url):
            note(work.session, AuditAct.SETTING_CHANGED, DOCUMENT, before={"address": before}, after={"address": url})
    given().account.changed()
    click.echo(KEPT if url else "No document elsewhere is used any more.")
