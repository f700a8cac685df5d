"""A disk that is full to the last byte, with a database of its own: it takes a right to mount, and minutes."""

import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calls.life.status import move_call
from app.jobs.lookout.room import TRIES_AGAIN_AFTER, look_for_room
from app.representatives import seed_roster
from app.store import migrate
from app.store.db import close_db, db
from app.store.reserve import has_reserve
from app.store.unit import unit
from models import Call, CallStatus, EventSource
from tests.world.calls import a_call
from tests.world.campaign.campaigns import safe_communities
from tests.world.carrier.signed_sender import SignedSender
from tests.world.people.supporter import Supporter
from tests.world.workers import a_worker

ROOT = Path(__file__).resolve().parents[2]
USES_IT = "from app.store.embedded_postgres import embedded_url as url; print(url('one'), flush=True); input()"
MOUNT = ["mount", "-t", "tmpfs", "-o", "size=300m,mode=755", "tmpfs"]

pytestmark = pytest.mark.long


@pytest.fixture
def small_disk(tmp_path):
    """A file system of its own, of 300 MB."""
    if os.geteuid() or subprocess.run([*MOUNT, tmp_path], check=False).returncode:  # noqa: S603 - our own command
        pytest.skip("NOT TRIED: to fill a real disk needs the right to mount one")
    yield tmp_path
    subprocess.run(["umount", "--lazy", tmp_path], check=True)  # noqa: S603, S607 - our own command


@pytest.fixture
def its_app(small_disk, another_app):
    """The app on a database there, with a reserve, within its context."""
    where, pipes = (
        os.environ | {"INSTANCE_PATH": str(small_disk)},
        {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE},
    )
    with subprocess.Popen([sys.executable, "-c", USES_IT], cwd=ROOT, env=where, text=True, **pipes) as program:  # noqa: S603
        app = another_app(database_url=program.stdout.readline().strip())
        with app.app_context():
            migrate.upgrade(db.engine)
            with unit(db.session) as work:
                seed_roster(work.session)
                work.session.add(safe_communities())
            with unit(db.session) as work:
                look_for_room(work, app.extensions["ringdown"])
            assert has_reserve(db.session)
            a_worker(db.session)
            yield app
            db.session.rollback()
            close_db(app)
        program.communicate("\n")


def fill(disk):
    """Until there is not a byte left; returns what takes up all of it."""
    junk = disk / "junk"
    with suppress(OSError), junk.open("ab", buffering=0) as file:
        while file.write(b"x" * 4096):
            pass
    return junk


def talks(app, session: Session):
    """Somebody who has the office on the phone."""
    call = a_call(session, app.extensions["ringdown"], 1)
    move_call(session, call.id, CallStatus.DIALING, source=EventSource.WORKER)
    session.commit()
    carrier = SignedSender(app, call.id)
    carrier.reports("ringing", 1)
    for what, key in (("answered", ""), ("after/greeting/0/1", "1"), ("after/script/0/2", "1")):
        assert carrier.asks(what, **({"Digits": key} if key else {})).status_code == 200
    carrier.reports("in-progress", 2, office=True, at=66)
    return carrier


def test_a_call_ends_with_its_seconds_new_ones_wait_and_then_it_goes_on(its_app, small_disk):
    session, own, browser = db.session, its_app.extensions["ringdown"], its_app.test_client()
    carrier, supporter = talks(its_app, session), Supporter(browser)
    form = supporter.form(phone="(617) 555-0124")
    session.rollback()
    junk = fill(small_disk)
    answers = [  # more than fits into the pages that are there already
        *(carrier.posts("after/script/0/2", {"CallSid": f"CA{nth:032}", "Digits": "2"}) for nth in range(200)),
        carrier.reports("completed", 3, office=True, at=108, CallDuration="42"),
        carrier.reports("completed", 9, at=120, CallDuration="110"),
    ]
    clicks = [supporter.sends(supporter.form(phone=f"(617) 555-01{nth}")) for nth in range(30, 60)]
    ready = browser.get("/readyz")
    session.rollback()
    ended = session.scalars(select(Call).order_by(Call.id)).first()
    assert {answer.status_code for answer in answers} == {200}
    assert (ended.status, ended.talk_seconds) == (CallStatus.COMPLETED, 42)
    assert "/own/" in clicks[-1].location
    assert (ready.status_code, "disk is full" in ready.text) == (503, True)
    session.rollback()
    junk.unlink()
    with unit(session) as work:
        look_for_room(work, replace(own, clock=lambda: own.clock() + TRIES_AGAIN_AFTER))
    assert "/call/" in supporter.sends(form).location
    assert browser.get("/readyz").status_code == 200
