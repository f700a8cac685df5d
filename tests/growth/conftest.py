"""Two worlds that differ in nothing but the length of their logs, and what is read more in the one of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import psycopg
import pytest
from flask import Flask
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from app.guard.phone_vault import PHONE
from app.store.db import db
from app.team.create import create_organizer
from models import Campaign, TeamRole
from tests.organizers.conftest import EMAIL, PASSWORD, Organizer
from tests.world.campaign.campaigns import safe_communities
from tests.world.carrier.server import CarrierServer
from tests.world.database.many_calls import GROWING, write_calls
from tests.world.database.own_roster import make_offices
from tests.world.database.plans import Reading, reading
from tests.world.examples import sized

FEW = sized(1_000, 30_000)
TIMES = 10
EVERY = "30 minutes"  # so the shorter log, too, reaches back beyond the fortnight that some pages tell of
MUST_NOT_GROW = 1.5
TOO_FEW_TO_TELL = 50  # rows a run: of the calls of today that tests leave, some plans read all and others one
SUPPORTER = "+16175550123"


@dataclass(frozen=True)
class World:
    """An app on a log of some length."""

    app: Flask
    carrier: CarrierServer

    @property
    def own(self):
        """What the app was given."""
        return self.app.extensions["ringdown"]

    @property
    def session(self) -> Session:
        """The app's session; only within its context."""
        return db.session

    @property
    def campaign(self) -> int:
        """The campaign whose calls they are."""
        return self.session.query(Campaign.id).scalar()

    def signed_in(self) -> Organizer:
        """An organizer in front of a browser."""
        organizer = Organizer(self.app.test_client())
        assert organizer.signs_in().status_code == 302
        return organizer

    def reads(self, prepare: Callable[["World"], Callable[[], object]]) -> Reading:
        """What is read when that is done which `prepare` returns."""
        with self.app.app_context():
            act = prepare(self)
            db.session.close()
            with reading(db.engine) as seen:
                act()
                db.session.close()
        return seen


def a_log(url: str, how_many: int, vault, every: str) -> str:
    """A database with so many calls, one in ten to the same number."""
    make_offices(url)
    engine = create_engine(url)
    with Session(engine) as session:
        create_organizer(session, EMAIL, PASSWORD, role=TeamRole.ADMIN)
        session.add(campaign := safe_communities())
        session.commit()
        campaign = campaign.id
    engine.dispose()
    number = vault.fingerprint(SUPPORTER, purpose=PHONE)
    with psycopg.connect(url) as connection:
        write_calls(
            connection,
            range(how_many),
            campaign=campaign,
            now=datetime.now(UTC),
            phone_hash=number,
            every=every,
            alone=True,
        )
        # Whatever calls tests leave in a line, nobody who comes after is told that it is long.
        connection.execute("INSERT INTO line_pace (e164, at_once) SELECT e164, 50 FROM office_line")
    return url


@pytest.fixture(scope="session")
def logs() -> dict[tuple[int, str], str]:
    """The URLs of the logs that were written, by how many calls they have, and how often there was one."""
    return {}


@pytest.fixture
def every() -> str:
    """How often there is a call in both logs; a test may have days of more."""
    return EVERY


@pytest.fixture
def worlds(new_database, logs, another_app, app, every) -> Iterator[list[World]]:
    """The one with few calls, and the one with ten times as many."""
    vault, both = app.extensions["ringdown"].vault, [(many, every) for many in (FEW, TIMES * FEW)]
    for many, _ in both:
        if (many, every) not in logs:
            name = f"log_of_{many}_every_{every.replace(' ', '_')}"
            logs[many, every] = a_log(new_database(name), many, vault, every)
    with CarrierServer().running() as carrier:
        apps = [another_app(database_url=url, twilio_api_base_url=carrier.url) for url in map(logs.get, both)]
        for one in apps:
            one.test_client_class = app.test_client_class
        yield [World(one, carrier) for one in apps]


@pytest.fixture
def grows(worlds):
    """Lets something be done in both worlds; returns what is read more, or from end to end, where the log is longer."""

    def grows(prepare):
        few, many = (world.reads(prepare) for world in worlds)
        assert many.rows, "nothing was read"
        return [*_read_more(few, many), *_read_whole(many)]

    return grows


def _read_more(few: Reading, many: Reading) -> Iterator[str]:
    for (statement, table), rows in many.rows.items():
        before = few.rows[statement, table]
        too_few = TOO_FEW_TO_TELL * many.runs[statement]
        if table in GROWING and rows > MUST_NOT_GROW * max(before, too_few):
            yield f"{before} rows of {table} become {rows}: {statement}"


def _read_whole(many: Reading) -> Iterator[str]:
    for statement, tables in many.whole.items():
        if tables & set(GROWING):
            yield f"{', '.join(tables & set(GROWING))} is read from end to end: {statement}"
