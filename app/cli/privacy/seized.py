"""`flask privacy what-if-seized`: what this server tells of people."""

import click
from flask import current_app

from app.extensions import given
from app.privacy.seized import Form, Learned, what_if_seized
from app.store.db import db

FIRST = "What somebody learns who takes this server today, of this database as it is:"
WITHOUT = "With the database and its files alone:"
WITH = "With the keys besides (the settings, and the folder of the days' keys):"
BESIDE = (
    "In the journal beside the keys, as keyed hashes: {refused:,} refusals, {taken_back:,} that were taken back, "
    "{forgotten:,} who were forgotten. With the key of refusals all numbers can be tried. Of {redacted:,} notes what "
    "was left as words were taken out: with the key of their day that can be read."
)
NOT_HERE = (
    "Not in the database at all: names of supporters, streets that they typed, network addresses.\n"
    "Who takes the computer while it runs sees what happens from then on. What the carrier keeps, it tells by itself."
)


@click.command("what-if-seized")
def what_if_seized_command() -> None:
    """What somebody learns who takes this server today, with its keys and without."""
    with current_app.app_context():
        own = given()
        learned = [one for one in what_if_seized(db.session, own.vault.days.folder) if one.how_many]
    click.echo(FIRST)
    for title, tells in ((WITHOUT, _without), (WITH, _with)):
        click.echo(f"\n{title}")
        for one in learned:
            click.echo(f"  {one.how_many:>7,}  {one.what}: {tells(one)}")
    standing = own.vault.journal.standing(own.clock())
    beside = {
        "refused": len(standing.refused),
        "taken_back": len(standing.taken_back),
        "forgotten": len(standing.forgotten),
        "redacted": len(own.vault.of_notes.standing(own.clock()).redacted),
    }
    click.echo(f"\n{BESIDE.format(**beside)}")
    click.echo(f"\n{NOT_HERE}")


def _without(one: Learned) -> str:
    return one.without_keys


def _with(one: Learned) -> str:
    of_days = f" ({one.readable:,} now)" if one.form in {Form.OF_A_DAY, Form.MARKED} else ""
    return f"{one.with_keys}{of_days}"
