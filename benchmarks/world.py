"""A world to measure in: a database of its own on the embedded server, the demo's campaign, and the app."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from flask import Flask
from psycopg import sql
from sqlalchemy import create_engine, make_url
from sqlalchemy.orm import Session

from app import create_app
from app.config import Settings
from app.extensions import Given
from app.limits.table import TABLE
from app.representatives import seed_roster
from app.store import migrate
from app.store.db import close_db
from app.store.embedded_postgres import embedded_url
from app.telephony.local_network import local_credentials
from models import ANOMALIES, LinePace
from models.pace import MOST_AT_ONCE
from tests.world.calls import office_of
from tests.world.campaign.campaigns import safe_communities

SECRET_KEY = "a secret key of the benchmarks"  # nosec B105 # opens nothing


@dataclass(frozen=True)
class World:
    """An app that is measured, and the id of its one campaign."""

    app: Flask
    campaign: int

    @property
    def own(self) -> Given:
        """What the app was given."""
        given: Given = self.app.extensions["ringdown"]
        return given

    @property
    def url(self) -> str:
        """Its database."""
        return self.own.settings.database_url


@contextmanager
def world() -> Iterator[World]:
    """A world of its own, for as long as the context lasts."""
    with empty_database() as url, opened(url, fill(url)) as here:
        yield here


@contextmanager
def opened(url: str, campaign: int, **changed: object) -> Iterator[World]:
    """A database that is filled, with an app on it, whose settings may be changed."""
    app = create_app(settings(url).model_copy(update=changed))
    try:
        yield World(app, campaign)
    finally:
        close_db(app)


@contextmanager
def empty_database(*, copy_of: str = "") -> Iterator[str]:
    """The URL of a database that is dropped in the end. Commits are as durable as in production.

    Instead of being empty it may be a copy of another one, which nobody is connected to.
    """
    server, template = embedded_url("postgres"), make_url(copy_of).database if copy_of else "template1"
    name = f"ringdown_bench_{os.getpid()}{'_copy' if copy_of else ''}"
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    make = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template or ""))
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(drop)
        connection.execute(make)
        try:
            yield make_url(server).set(database=name).render_as_string(hide_password=False)
        finally:
            connection.execute(drop)


def settings(url: str) -> Settings:
    """Settings of a carrier that is not there: who rings runs the phone network."""
    account_sid, auth_token = local_credentials(SECRET_KEY)
    given = {"secret_key": SECRET_KEY, "twilio_account_sid": account_sid, "twilio_auth_token": auth_token}
    here = {"public_base_url": "http://127.0.0.1:8080", "twilio_api_base_url": "http://127.0.0.1:9"}
    ways = {"fictional_numbers": True, "always_open": True, "calls_per_second": 1000, "log_level": "ERROR"}
    # Nobody is beyond a visitor's limits, and forms are sent as they are made; one campaign and office stand for many.
    crowd = {"trusted_proxies": 1, "form_seconds": 0, "anomalies_off": ",".join(why.value for why in ANOMALIES)}
    many = dict.fromkeys((*TABLE["a campaign"], "office_calls_per_day"), 1_000_000)
    return Settings.model_validate({"database_url": url, **given, **here, **ways, **crowd, **many})


def fill(url: str) -> int:
    """Write every office and the campaign down; returns the campaign's id."""
    engine = create_engine(url)
    migrate.upgrade(engine)
    with Session(engine) as session:
        seed_roster(session)
        campaign = safe_communities()
        session.add(campaign)
        # A hundred who click for one office are to be placed, not told that its line is long.
        session.add(LinePace(e164=office_of(session).number, at_once=MOST_AT_ONCE))
        session.commit()
        number = campaign.id
    engine.dispose()
    return number
