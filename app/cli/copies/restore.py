"""`flask restore`: a backup into an empty database."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from app.cli.copies.stopped import ends_when_told
from app.cli.upgrading import bring_up_to_date
from app.extensions import given
from app.limits.holds.by_copy import mark_anew
from app.limits.holds.restored import AT_ONCE, hold_restored
from app.privacy.brought_forward import BroughtForward, bring_forward
from app.store.copies.dump import CopyFailed
from app.store.copies.programs import NoProgram
from app.store.copies.restore import made_at, restore
from app.store.db import db, direct_url, see_one_database
from app.store.standing import UnknownMigration
from app.store.unit import unit

NEXT = (
    "Nobody is rung yet: this server knows nothing of what came after the backup. Look at its log, see that the server "
    "it is of is off for good, and let it ring under “Safety”, which an admin may. `flask doctor` says what else is "
    "missing."
)
NO_JOURNAL = (
    "No journal lies beside the keys here: who asked since then never to be called, or to be forgotten, is not known. "
    "If the old server's can still be had, stop here, copy it to {folder}, and start."
)


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_appcontext
def command(file: Path) -> None:
    """Put the backup FILE into the database, which must be empty, and bring it up to date.

    The keys must be those of the server that the backup is of, or its numbers stay unread.
    """
    own = given()
    see_one_database(own.settings)
    try:
        made = made_at(file)
        with ends_when_told():
            restore(direct_url(own.settings), file, AT_ONCE)
    except (NoProgram, CopyFailed) as failed:
        raise click.ClickException(str(failed)) from failed
    try:
        bring_up_to_date()
    except UnknownMigration as unknown:
        raise click.ClickException(str(unknown)) from unknown
    with unit(db.session) as work:
        hold_restored(work.session, made, own.clock(), knows_refusals=own.vault.journal.is_there())
        brought = bring_forward(work.session, own.vault, own.clock())
        mark_anew(work.session)
    click.echo(f"The backup of {made} is in the database.")
    click.echo(_told(brought) if own.vault.journal.is_there() else NO_JOURNAL.format(folder=own.vault.journal.folder))
    click.echo(NEXT)


def _told(brought: BroughtForward) -> str:
    return (
        f"By the journal beside the keys: {brought.refused} refusals since then are on the list again, "
        f"{brought.taken_back} that were taken back since then are off it again, the number of {brought.forgotten} "
        f"calls was forgotten again, and what was taken out of {brought.redacted} notes is out again."
    )
