"""`flask worker`: runs jobs."""

import asyncio

import click
from flask.cli import with_appcontext

from app.cli.serve import this_app
from app.jobs.worker import work


@click.command("worker")
@with_appcontext
def command() -> None:
    """Run jobs (ringing, reconciling) until interrupted."""
    asyncio.run(work(this_app(), signals=True))
