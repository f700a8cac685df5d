"""While a program is exchanged, workers of both do the jobs of both: what jobs are told is as it was, or left out."""

import inspect
import json

import pytest
from sqlalchemy import text

from app import create_app
from app.jobs.worker import make_worker, work
from app.store.db import close_db
from tests.jobs.test_worker import runs

# As they landed. One that is new is nowhere written down until workers that know it run everywhere, or has a default
# and stands at the end; one that is left out fails in workers of before.
LANDED = {
    "ring": ["call_id"],
    "ring_again": ["call_id", "tries"],
    "ring_waiting": ["call_id"],
    "ring_next": [],
    "reconcile_call": ["call_id", "at"],
    "note_code": ["call_id", "code", "rank", "at"],
    "send_letter": ["kind", "about", "more", "tries"],
}


@pytest.fixture
def a_job_of_a_newer_program(session):
    """It tells what no worker knows yet."""
    told = {"call_id": 0, "request": "1234-5678-9abc-def0", "color": "=cmd"}
    job = "INSERT INTO procrastinate_jobs (queue_name, task_name, args) VALUES ('calls', 'ring', :told)"
    session.execute(text(job), {"told": json.dumps(told)})
    session.commit()


def test_what_a_newer_program_tells_beside_is_left_out(session, settings, a_job_of_a_newer_program):
    app = create_app(settings)
    runs(work(app, until_idle=True))
    close_db(app)
    left = text("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'ring'")  # a minute may just begin
    assert session.scalar(left) == 0


@pytest.mark.parametrize("name", LANDED)
def test_a_job_takes_what_a_program_of_before_tells_it(app, name):
    told = inspect.signature(make_worker(app).tasks[name].func).parameters.values()
    without = [one for one in told if one.name != "context"]
    assert [one.name for one in without[: len(LANDED[name])]] == LANDED[name]
    assert all(one.default is not one.empty for one in without[len(LANDED[name]) :])


def test_every_job_that_is_not_by_the_clock_is_one_of_these(app):
    tasks = make_worker(app).tasks
    by_the_clock = {name for name, task in tasks.items() if "timestamp" in inspect.signature(task.func).parameters}
    assert {name for name in tasks.keys() - by_the_clock if "builtin" not in name} == set(LANDED)
