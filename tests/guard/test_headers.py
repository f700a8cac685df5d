"""The headers of every answer."""

import pytest

from app import create_app
from app.guard.policies import MAY_LOCATE, PAGE_HEADERS
from app.guard.route_classes import COMPARING, PREVIEW
from tests.world.addresses import working_addresses
from tests.world.workers import a_worker

FRAMES = {"prepared", "page"}  # the preview of a page, and the page that frames it
POLICY = "Content-Security-Policy"
WITHOUT_POLICY = {name: value for name, value in PAGE_HEADERS.items() if name != POLICY}


@pytest.fixture
def paths(app, client, campaign, session):
    a_worker(session)  # without one the server is not ready
    return [address.path for address in working_addresses(app, client, campaign, session)]


def answers(client, paths):
    for path in paths:
        with client.get(path) as answer:
            assert answer.status_code in {200, 302, 303}, path
            yield path, answer


def test_every_answer_carries_every_header(client, paths):
    for path, answer in answers(client, paths):
        same = PAGE_HEADERS if path.rpartition("/")[2] not in FRAMES else WITHOUT_POLICY
        same = same | MAY_LOCATE if "/asked/" in path else same  # where somebody may show where they are
        assert same.items() <= dict(answer.headers).items(), path


def test_nothing_but_recordings_streets_outlines_and_a_campaigns_look_may_be_kept(client, paths):
    kept = [path for path, answer in answers(client, paths) if "max-age" in answer.headers["Cache-Control"]]
    assert {path.partition("/")[2].partition("/")[0] for path in kept} == {"look", "outlines", "recordings", "streets"}


@pytest.mark.parametrize(
    "path", ["/nowhere", "/voice/x/status", "/c/nowhere", "/organizers/calls/999999999999999999999"]
)
def test_an_error_carries_them_too(client, path):
    assert PAGE_HEADERS.items() <= dict(client.get(path).headers).items()


def test_a_static_file_under_its_versioned_name_is_kept_for_a_year(client):
    with client.get("/static/ringdown.css?v=1") as answer:
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_no_script_and_no_style_of_anybody_else_runs():
    policy = _policy(PAGE_HEADERS)
    assert (policy["default-src"], policy["script-src"], policy["style-src"]) == ("'none'", "'self'", "'self'")
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"


def test_only_our_page_frames_a_preview_and_nothing_is_sent_from_it():
    framed, framing = (_policy(PAGE_HEADERS | one.headers) for one in (PREVIEW, COMPARING))
    own = _policy(PAGE_HEADERS)
    assert framed.items() - own.items() == {("frame-ancestors", "'self'"), ("form-action", "'none'")}
    assert framing.items() - own.items() == {("frame-src", "'self'")}


def _policy(headers):
    return dict(part.split(" ", 1) for part in headers[POLICY].split("; "))


def test_only_behind_https_browsers_are_told_to_stay_there(settings, client):
    secure = create_app(settings.model_copy(update={"public_base_url": "https://call.example.org"})).test_client()
    seen = ["Strict-Transport-Security" in one.get("/healthz").headers for one in (secure, client)]
    assert seen == [True, False]


def test_nobody_is_told_which_server_this_is(client):
    assert not {"X-Powered-By", "Via"} & set(client.get("/healthz").headers.keys())
