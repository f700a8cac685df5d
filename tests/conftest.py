"""The small world that every test lives in: a real database, a real app, and nobody outside this computer."""

import os
import socket
from collections.abc import Iterator
from contextvars import Context
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
import pytest
from flask import Flask
from flask.testing import FlaskClient
from passlib.hash import argon2
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app import create_app
from app.clock import utc_now
from app.config import Settings
from app.representatives import seed_roster
from app.store import migrate
from app.store.db import close_db, db
from app.store.embedded_postgres import embedded_url
from app.telephony.local_network import local_credentials
from tests.world.campaign.campaigns import safe_communities
from tests.world.compiled_once import compile_once
from tests.world.database.connections import close_connections, connection_to
from tests.world.database.emptying import empty_tables
from tests.world.database.full import Disk
from tests.world.database.own_roster import make_offices
from tests.world.examples import LONG

pytest_plugins = ["tests.world.browser.fixtures"]

ROOT = Path(__file__).resolve().parent.parent
SECRETS: dict[str, Any] = {
    "secret_key": "a secret key of the tests",
    "password_salt": "a salt of the tests",
    "phone_encryption_keys": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
    "phone_hash_key": "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY=",
}
ACCOUNT_SID, AUTH_TOKEN = local_credentials(SECRETS["secret_key"])


@pytest.fixture(scope="session", autouse=True)
def nobody_outside_is_reached() -> Iterator[None]:
    """Sockets open to this computer only."""
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: Any) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6} and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            raise AssertionError(f"a test tried to reach {address[0]}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", only_here)
        yield


@pytest.fixture(scope="session")
def database_server() -> str:
    """The URL of a database on the server under test: that of DATABASE_URL, else the embedded one."""
    return os.environ.get("DATABASE_URL", "").replace("postgres://", "postgresql://", 1) or embedded_url("postgres")


@pytest.fixture(scope="session")
def new_database(database_server: str) -> Iterator[Any]:
    """Makes empty databases, and drops them in the end."""
    made: list[str] = []

    def make(name: str) -> str:
        database = f"ringdown_test_{name}_{os.getpid()}"
        with psycopg.connect(database_server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {database}")
            connection.execute(f"ALTER DATABASE {database} SET synchronous_commit = off")
        made.append(database)
        return make_url(database_server).set(database=database).render_as_string(hide_password=False)

    yield make
    close_connections()
    with psycopg.connect(database_server, autocommit=True) as connection:
        for database in made:
            connection.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")


@pytest.fixture(scope="session")
def database_url(new_database: Any) -> str:
    """A database with every migration and every office of Massachusetts."""
    url: str = new_database("world")
    engine = create_engine(url)
    migrate.upgrade(engine)
    with Session(engine) as session:
        seed_roster(session)
        session.commit()
    engine.dispose()
    return url


@pytest.fixture(scope="session")
def own_offices(new_database: Any) -> str:
    """Another one, whose offices tests may change, and put back as they were."""
    url: str = new_database("offices")
    make_offices(url)
    return url


@pytest.fixture
def clean_database(database_url: str) -> Iterator[str]:
    """The database as it was, whatever a test writes."""
    yield database_url
    empty_tables(connection_to(database_url))


@pytest.fixture
def disk(clean_database: str) -> Iterator[Disk]:
    """The database's disk, which a test may let become full."""
    with Disk(clean_database) as disk:
        yield disk


@pytest.fixture(scope="session")
def keys_folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the days' keys lie."""
    return str(tmp_path_factory.mktemp("keys"))


@cache
def usual_settings(database_url: str, keys_folder: str) -> Settings:
    """Read once a database: to look for every one of them in the environment takes longer than many a test."""
    return Settings(
        _env_file=None,
        **SECRETS,
        database_url=database_url,
        keys_path=keys_folder,
        public_base_url="http://127.0.0.1:8080",
        twilio_api_base_url="http://127.0.0.1:9",
        twilio_account_sid=ACCOUNT_SID,
        twilio_auth_token=AUTH_TOKEN,
        fictional_numbers=True,
        always_open=True,
        calls_per_second=1000,
        form_seconds=0,
        new_line_minutes=0,  # what is tested of offices' lines is tested at once; the waiting has tests of its own
        log_level="ERROR",
    )


@pytest.fixture
def settings(clean_database: str, keys_folder: str) -> Iterator[Settings]:
    """Settings of a carrier that is not there: tests that ring run the phone network."""
    yield usual_settings(clean_database, keys_folder)
    Path(keys_folder, "journal", "journal").unlink(missing_ok=True)  # who refused in a test may be rung in the next


compile_once()


@pytest.fixture(scope="session", autouse=True)
def passwords_cost_little() -> Iterator[None]:
    """Argon2 as always, but with the least work: hundreds of tests sign in."""
    with pytest.MonkeyPatch.context() as patch:
        for cost, least in {"memory_cost": 8, "default_rounds": 1, "parallelism": 1}.items():
            patch.setattr(argon2, cost, least)
        yield


class Browser(FlaskClient):
    """A browser without a screen: every request has a context of its own, as on a server."""

    def open(self, *args: Any, **how: Any) -> TestResponse:
        """Send a request and read the whole answer."""
        return Context().run(super().open, *args, **{"buffered": True, **how})


@pytest.fixture(scope="session")
def usual_apps() -> Iterator[dict[str, tuple[Settings, Flask]]]:
    """The app of each database with the usual settings: to make one takes longer than most tests."""
    made: dict[str, tuple[Settings, Flask]] = {}
    yield made
    for _, app in made.values():
        close_db(app)


@pytest.fixture
def app(settings: Settings, usual_apps: dict[str, tuple[Settings, Flask]]) -> Iterator[Flask]:
    """The app, within its context, as it was made, whatever a test gives it."""
    known, app = usual_apps.get(settings.database_url) or (settings, create_app(settings, clock=utc_now))
    app = app if known == settings else create_app(settings, clock=utc_now)
    usual_apps.setdefault(settings.database_url, (settings, app))
    app.test_client_class = Browser
    app.testing = False  # errors are answered as in production
    given = app.extensions["ringdown"]
    with app.app_context():
        yield app
        db.session.rollback()
    app.extensions["ringdown"] = given
    if app is not usual_apps[settings.database_url][1]:
        close_db(app)


@pytest.fixture
def another_app(settings: Settings) -> Iterator[Any]:
    """Makes apps with other settings."""
    made: list[Flask] = []

    def another_app(**what: Any) -> Flask:
        made.append(create_app(settings.model_copy(update=what), clock=utc_now))
        return made[-1]

    yield another_app
    for one in made:
        close_db(one)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without a screen."""
    return app.test_client()


@pytest.fixture
def session(app: Flask) -> Session:
    """The app's own session."""
    return db.session


@pytest.fixture
def campaign(session: Session) -> int:
    """The id of a live campaign for the House."""
    campaign = safe_communities()
    session.add(campaign)
    session.commit()
    return campaign.id


@pytest.fixture
def count_statements(app: Flask) -> Iterator[Any]:
    """Counts SQL statements and commits while a block runs."""
    from tests.world.database.counting import StatementCounter

    with StatementCounter(db.engine) as counter:
        yield counter


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what takes minutes to `make test-long`."""
    left = [] if LONG else [item for item in items if item.get_closest_marker("long")]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in left]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was not tried and why; and what all of it cost, where somebody noted the machine's clock before."""
    whys = {str(it.longrepr[2]) for it in terminalreporter.stats.get("skipped", []) if isinstance(it.longrepr, tuple)}
    for why in sorted(why for why in whys if "NOT TRIED" in why):
        terminalreporter.write_line(why.removeprefix("Skipped: "), bold=True)
    began = os.environ.get("CPU_AT_START")
    if began:
        user, nice, system = (int(ticks) for ticks in Path("/proc/stat").read_text().split()[1:4])
        seconds = (user + nice + system - float(began)) / os.sysconf("SC_CLK_TCK")
        terminalreporter.write_line(f"CPU of this machine meanwhile: {seconds:.0f} s (user and system)")


def pytest_report_header() -> str:
    """Say which database the tests run on."""
    return f"database: {'DATABASE_URL' if os.environ.get('DATABASE_URL') else 'embedded PostgreSQL'}"
