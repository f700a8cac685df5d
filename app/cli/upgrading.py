"""Applies what is missing, and carries forward what only a program can that has the keys."""

from functools import partial

import click

from app.extensions import given
from app.limits.holds.by_key import key_fits
from app.privacy.carried import carry_forward
from app.store import migrate
from app.store.db import db, direct_engine, see_one_database
from app.store.patient import NotNow
from app.store.unit import unit


def bring_up_to_date() -> None:
    """Every migration, then everything that was kept in a way of before; each part by itself, and once.

    Raises:
        click.ClickException: the database was in use all the time.
        TwoDatabasesError: it is another one past the pooler.
    """
    see_one_database(given().settings)
    try:
        with direct_engine(given().settings) as engine:
            migrate.upgrade(engine, tell=partial(click.echo, err=True))
    except NotNow as not_now:
        raise click.ClickException(str(not_now)) from not_now
    rest = True
    while rest:
        with unit(db.session) as work:
            rest = carry_forward(work.session, given().vault) > 0
    with unit(db.session) as work:
        key_fits(work.session, given().vault)  # from now on the database knows its key
