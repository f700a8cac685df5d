"""`flask backup`: the whole database in one file."""

from datetime import UTC
from pathlib import Path

import click
from flask.cli import with_appcontext

from app.cli.copies.stopped import ends_when_told
from app.extensions import given
from app.store.copies.dump import CopyFailed, dump
from app.store.copies.programs import NoProgram
from app.store.db import direct_url, see_one_database

NAMED = "ringdown-%Y-%m-%dT%H%MZ.dump"
KEYS = (
    "No key is in it. Back up the settings (.env, and instance/secrets.json where it made keys) apart from it, and the "
    "days' keys in {folder} not at all: whoever has both reads what was to be forgotten. Only the journal among them "
    "is worth a copy of its own: who asks from now on never to be called, or to be forgotten, stands in it."
)


@click.command("backup")
@click.argument("to", type=click.Path(path_type=Path))
@with_appcontext
def command(to: Path) -> None:
    """Write the whole database into the file TO, or into a file named by the time in the folder TO.

    Calls go on meanwhile. It asks the database itself, past a pooler, by a pg_dump that is at least as new.
    """
    own = given()
    file = to / own.clock().astimezone(UTC).strftime(NAMED) if to.is_dir() else to
    keys = own.settings.keys_folder.resolve()
    if file.resolve().is_relative_to(keys):
        raise click.ClickException(f"{keys} holds the days' keys: a backup must lie anywhere else.")
    if file.exists():
        raise click.ClickException(f"{file} is there already, and was left as it is.")
    see_one_database(own.settings)
    try:
        with ends_when_told():
            size = dump(direct_url(own.settings), file)
    except (NoProgram, CopyFailed, OSError) as failed:
        raise click.ClickException(str(failed)) from failed
    click.echo(f"{file}: {size / 1e6:,.1f} MB.")
    click.echo(KEYS.format(folder=keys))
