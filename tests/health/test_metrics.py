"""What Prometheus is told: figures of the moment, to whoever brings the token, and nobody's number."""

import os
import re
import time
from contextvars import copy_context
from datetime import timedelta

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from app.guard.policies import PROGRAM_HEADERS
from app.limits.holds.change import SAFE_MODE, hold
from app.limits.pausing import Asked, pause_for
from app.serving.phone_use import came_at
from app.statistics.watched.answer_times import BOUNDS, AnswerTimes
from app.statistics.watched.figure import Figure, as_text
from app.telephony.faults import fault_of
from models import LinePace
from tests.world.calls import a_call
from tests.world.carrier.signed_sender import SignedSender
from tests.world.one_unit import kept
from tests.world.workers import a_worker

TOKEN = "a token of whoever watches"
NUMBER = "+16175550124"
LINE = re.compile(r'(# (HELP|TYPE) ringdown_\w+ .+|ringdown_\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [-+.\de]+)')


@pytest.fixture
def watched(another_app):
    return another_app(metrics_token=SecretStr(TOKEN))


@pytest.fixture
def told(watched):
    """Every figure now, by its name and labels."""

    def told():
        answer = watched.test_client().get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
        assert (answer.status_code, answer.mimetype) == (200, "text/plain")
        lines = answer.text.splitlines()
        assert [line for line in lines if not LINE.fullmatch(line)] == []
        return {name: float(value) for name, value in (it.rsplit(" ", 1) for it in lines if not it.startswith("#"))}

    return told


@pytest.mark.parametrize("brings", [{}, {"Authorization": "Bearer another"}, {"Authorization": TOKEN}])
def test_without_the_token_nobody_is_told(watched, brings):
    answer = watched.test_client().get("/metrics", headers=brings)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (401, "no-store")
    assert PROGRAM_HEADERS.items() <= dict(answer.headers).items()


def test_where_no_token_is_set_there_is_no_such_page(client):
    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404


def test_a_call_that_waits_is_counted_and_how_long_it_has(app, session, campaign, told):
    call = kept(session, lambda work: a_call(work.session, app.extensions["ringdown"], campaign, phone=NUMBER))
    session.execute(text("UPDATE call SET status_since = status_since - interval '90 s'"))
    session.commit()
    figures = told()
    assert figures['ringdown_calls_under_way{status="requested"}'] == 1
    assert figures['ringdown_calls_under_way{status="talking"}'] == 0
    assert 90 <= figures["ringdown_queue_oldest_seconds"] < 900
    assert call.id


def test_jobs_workers_lines_and_what_is_held_are_told(app, session, campaign, told):
    kept(session, lambda work: a_call(work.session, app.extensions["ringdown"], campaign, phone=NUMBER))
    a_worker(session, ago=30)
    now = app.extensions["ringdown"].clock()
    session.add(LinePace(e164="+16175550190", rests_until=now + timedelta(minutes=3)))
    hold(session, SAFE_MODE, "Somebody wanted it so.", now)
    session.commit()
    figures = told()
    assert figures['ringdown_jobs_waiting{queue="calls"}'] == 1
    assert 0 <= figures["ringdown_job_lag_seconds"] < 900
    assert figures["ringdown_workers"] == 1
    assert figures["ringdown_lines_resting"] == 1
    assert (figures['ringdown_held{why="safe-mode"}'], figures['ringdown_alerts{kind="safe-mode"}']) == (1, 1)


def test_nobody_is_woken_for_one_hiccup_of_the_carriers_until_nobody_is_rung_for_it(app, session, told):
    now = app.extensions["ringdown"].clock()
    stand = []
    for _ in range(3):
        is_paused = pause_for(session, fault_of(20500), Asked(1, b"one"), now)
        session.commit()
        stand.append((is_paused, told()['ringdown_carrier_refusals{concerns="carrier"}']))
    assert stand == [(False, 0), (False, 0), (True, 3)]
    pause_for(session, fault_of(20005), Asked(1, b"one"), now)
    session.commit()
    assert told()['ringdown_carrier_refusals{concerns="account"}'] == 1


def test_nobodys_number_is_among_them(app, session, campaign, watched):
    kept(session, lambda work: a_call(work.session, app.extensions["ringdown"], campaign, phone=NUMBER))
    answer = watched.test_client().get("/metrics", headers={"Authorization": f"bearer {TOKEN}"}).text
    assert NUMBER[2:] not in re.sub(r"\D", "", answer)


def test_how_long_the_carrier_waited_is_counted(watched, session, campaign, told):
    with watched.app_context():
        call = kept(session, lambda work: a_call(work.session, watched.extensions["ringdown"], campaign))
    SignedSender(watched, call.id).reports("ringing", 1)
    figures = told()
    assert figures["ringdown_webhook_seconds_count"] == figures['ringdown_webhook_seconds_bucket{le="+Inf"}'] == 1
    assert 0 < figures["ringdown_webhook_seconds_sum"] < 15


def test_so_is_what_it_stood_in_line_for_a_thread(watched, session, campaign, told):
    with watched.app_context():
        call = kept(session, lambda work: a_call(work.session, watched.extensions["ringdown"], campaign))
    carrier = SignedSender(watched, call.id)

    def reports_after(seconds):
        came_at(time.monotonic() - seconds)
        carrier.reports("ringing", 1)

    copy_context().run(reports_after, 3)
    figures = told()
    assert figures["ringdown_webhook_seconds_sum"] > 3
    assert figures['ringdown_webhook_seconds_bucket{le="2.5"}'] == 0


def test_processes_of_one_server_count_together():
    times = AnswerTimes()
    child = os.fork()
    if child == 0:
        times.took(0.02)
        os._exit(0)
    os.waitpid(child, 0)
    times.took(0.3)
    assert dict(times.within())[0.025] == 1
    assert list(times.within())[-1] == (float("inf"), 2)
    assert times.seconds() == pytest.approx(0.32)


def test_an_answer_that_takes_as_long_as_a_bound_is_within_it():
    times = AnswerTimes()
    times.took(BOUNDS[0])
    times.took(60)
    assert [answers for _, answers in times.within()] == [1] * len(BOUNDS) + [2]


def test_whatever_a_label_says_it_cannot_end_its_line():
    assert as_text([Figure("x", "About.", 1, {"of": 'a "quoted"\nline\\'})]).splitlines()[2] == (
        r'ringdown_x{of="a \"quoted\"\nline\\"} 1'
    )
