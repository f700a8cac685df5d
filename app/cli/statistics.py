"""`flask statistics`: compares what was counted with a recount of the calls, and counts anew."""

import click
from flask.cli import with_appcontext

from app.cli.session import make_ready
from app.extensions import given
from app.statistics.anew.rebuilding import rebuild
from app.statistics.counting import catch_up
from app.statistics.verifying import differences
from app.store.db import db
from app.store.unit import unit

AS_OF_ONE_MOMENT = {"isolation_level": "REPEATABLE READ"}


@click.command("verify")
@with_appcontext
def verify() -> None:
    """Recount every day that is not sealed, and check the seals of the others; exit 0 if nothing differs."""
    make_ready()
    with unit(db.session) as work:
        catch_up(work, given().clock)
    db.session.connection(execution_options=AS_OF_ONE_MOMENT)
    many = 0
    for difference in differences(db.session):
        click.echo(difference)
        many += 1
    db.session.rollback()
    if many:
        click.echo(f"{many} differences. Days that are not sealed are made anew by: flask statistics rebuild")
        raise SystemExit(1)
    click.echo("The statistics equal a recount of the calls, and every sealed day is as it was sealed.")


@click.command("rebuild")
@with_appcontext
def rebuild_all() -> None:
    """Count every day anew that is not sealed, one after the other, while pages and counting go on."""
    make_ready()
    with unit(db.session) as work:
        for day, calls in rebuild(work, given().clock):
            click.echo(f"{day}: {calls} calls")
    click.echo("Every day that is not sealed is counted anew.")


command = click.Group(
    "statistics",
    commands=[verify, rebuild_all],
    help="Compare the statistics with a recount of the calls, or count anew.",
)
