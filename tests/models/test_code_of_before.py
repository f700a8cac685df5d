"""The program of before the newest migration runs on the tables of after it: during an update both answer.

Migrations expand first, and contract once nobody runs the old program. Here it comes from git, and plays calls.
"""

import io
import json
import os
import subprocess
import sys
import tarfile

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from app.clock import utc_now
from app.seed import seed
from app.store import migrate
from app.store.standing import ROOT
from tests.world.examples import sized

NOT_TRIED = "NOT TRIED: the program of before the newest migration, for there is no git history here"
PARTS = ["app", "models", "voice_flows", "migrations", "pyproject.toml", "wsgi.py", ".flaskenv"]
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


def git(*what):
    # B607: the git of this machine
    done = subprocess.run(["git", *what], cwd=ROOT, capture_output=True, check=False)  # noqa: S603, S607
    return done.stdout if done.returncode == 0 else b""


@pytest.fixture(scope="module")
def newest():
    """The newest migration's file."""
    return max((ROOT / "migrations" / "versions").glob("[0-9]*.py"))


@pytest.fixture(scope="module")
def commit_of_before(newest):
    """The last commit without it."""
    name = str(newest.relative_to(ROOT))
    came_in = git("log", "-1", "--format=%H", "--diff-filter=A", "--", name).decode().strip()
    found = git("rev-parse", "--verify", f"{came_in}^" if came_in else "HEAD").decode().strip()
    return found or pytest.skip(NOT_TRIED)


@pytest.fixture(scope="module")
def old_program(commit_of_before, newest, tmp_path_factory):
    """Its folder: the old program, which knows of the newest migration no more than that it is there."""
    folder = tmp_path_factory.mktemp("before")
    with tarfile.open(fileobj=io.BytesIO(git("archive", commit_of_before, "--", *PARTS))) as files:
        files.extractall(folder, filter="data")
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
