"""`flask worker`: runs jobs."""

import click
from flask.cli import with_appcontext

from app.cli.serve import this_app
from app.jobs.worker import work_until_stopped


@click.command("worker")
@with_appcontext
def command() -> None:
    """Run jobs (ringing, reconciling) until interrupted."""
    work_until_stopped(this_app())
