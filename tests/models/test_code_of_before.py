"""The program of before the newest migration runs on the tables of after it: during an update both answer.

Migrations expand first, and contract once nobody runs the old program. Here it comes from git, and plays calls.
"""

import json
import os
import subprocess
import sys

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from app.clock import utc_now
from app.seed import seed
from app.store import migrate
from tests.world.examples import sized
from tests.world.server.old_program import newest_migration, unpack_old_program

BY_FORM = ["rehearse", "--town", "Winthrop", "--json"]
CALLS = sized(
    [BY_FORM],
    [
        *([*BY_FORM, "--ending", how] for how in ("answered", "busy", "mailbox-full", "no-answer", "hangup")),
        [*BY_FORM, "--faults", "repeat,reorder"],
        ["rehearse", "--hotline", "--say", "Winthrop", "--json"],
    ],
)

pytestmark = pytest.mark.no_cover  # another program


@pytest.fixture(scope="module")
def old_program(tmp_path_factory):
    """Its folder: the old program, which knows of the newest migration no more than that it is there."""
    folder = tmp_path_factory.mktemp("before")
    unpack_old_program(folder)
    newest = newest_migration()
    (folder / "migrations" / "versions" / newest.name).write_bytes(newest.read_bytes())
    return folder


@pytest.fixture(scope="module")
def new_tables(new_database):
    url = new_database("before")
    engine = create_engine(url)
    migrate.upgrade(engine)
    with Session(engine) as session:
        seed(session, utc_now())
        session.commit()
    engine.dispose()
    return url


@pytest.fixture(scope="module")
def run_old(old_program, new_tables, tmp_path_factory):
    """Run a command of the old program on the new tables; returns what it printed."""
    own = {"DATABASE_URL": new_tables, "INSTANCE_PATH": str(tmp_path_factory.mktemp("instance"))}

    def run_old(*command):
        how = {"cwd": old_program, "env": os.environ | own, "capture_output": True, "text": True}
        done = subprocess.run([sys.executable, "-m", "flask", *command], check=False, **how)  # noqa: S603 - our own
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run_old


def test_it_plays_whole_calls_on_the_tables_of_after(run_old):
    for call in CALLS:
        assert json.loads(run_old(*call))["call"]["status"], call
