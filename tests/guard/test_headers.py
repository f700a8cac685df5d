"""The headers of every answer."""

import re

import pytest
from sqlalchemy import select

from app import create_app
from app.guard.headers import ALWAYS
from models import Call
from tests.world.campaign.prompts import a_recording
from tests.world.people.supporter import Supporter


@pytest.fixture
def paths(app, client, campaign, session):
    """A working address for every route that answers a GET."""
    page = Supporter(client).asks_to_be_called().location
    known = {
        "slug": "safe-communities",
        "token": page.rpartition("/")[2],
        "filename": "ringdown.css",
        "geoid": "25130",
        "call_id": str(session.scalar(select(Call.id))),
        "campaign_id": str(campaign),
        "language": "en",
        "key": "goodbye",
        "name": a_recording(session).name,
    }
    rules = [rule.rule for rule in app.url_map.iter_rules() if "GET" in rule.methods]
    dials = Supporter(client).asks_to_be_called(dial="1").location
    rules = [rule.replace("/c/<slug:slug>/dial/<token>", dials) for rule in rules]
    return [re.sub(r"<(?:\w+:)?(\w+)>", lambda blank: known[blank[1]], rule) for rule in rules]


def answers(client, paths):
    for path in paths:
        with client.get(path) as answer:
            assert answer.status_code in {200, 302}, path
            yield path, answer


def test_every_answer_carries_every_header(client, paths):
    for path, answer in answers(client, paths):
        assert ALWAYS.items() <= dict(answer.headers).items(), path


def test_nothing_but_recordings_may_be_kept(client, paths):
    kept = [path for path, answer in answers(client, paths) if "max-age" in answer.headers["Cache-Control"]]
    assert [path.partition("/")[2].partition("/")[0] for path in kept] == ["recordings"]


@pytest.mark.parametrize(
    "path", ["/nowhere", "/voice/x/status", "/c/nowhere", "/organizers/calls/999999999999999999999"]
)
def test_an_error_carries_them_too(client, path):
    assert ALWAYS.items() <= dict(client.get(path).headers).items()


def test_a_static_file_under_its_versioned_name_is_kept_for_a_year(client):
    with client.get("/static/ringdown.css?v=1") as answer:
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_no_script_and_no_style_of_anybody_else_runs():
    policy = dict(part.split(" ", 1) for part in ALWAYS["Content-Security-Policy"].split("; "))
    assert (policy["default-src"], policy["script-src"], policy["style-src"]) == ("'none'", "'self'", "'self'")
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"


def test_only_behind_https_browsers_are_told_to_stay_there(settings, client):
    secure = create_app(settings.model_copy(update={"public_base_url": "https://call.example.org"})).test_client()
    seen = ["Strict-Transport-Security" in one.get("/healthz").headers for one in (secure, client)]
    assert seen == [True, False]


def test_nobody_is_told_which_server_this_is(client):
    assert not {"X-Powered-By", "Via"} & set(client.get("/healthz").headers.keys())
