"""Applies what is missing, and carries forward what only a program can that has the keys."""

from app.extensions import given
from app.privacy.carried import carry_forward
from app.store import migrate
from app.store.db import db
from app.store.unit import unit


def bring_up_to_date() -> None:
    """Every migration, then everything that was kept in a way of before; each part by itself, and once."""
    migrate.upgrade(db.engine)
    rest = True
    while rest:
        with unit(db.session) as work:
            rest = carry_forward(work.session, given().vault) > 0
