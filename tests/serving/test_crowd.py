"""Very many at once: a small page says that nothing was begun, keeps what was typed, and tries again."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from app.guard.route_classes import SECRET
from app.guard.routes import class_at, class_of
from app.serving.crowd import LATEST, SOONEST, Crowd, telling
from app.serving.problems import PROBLEM
from models import Call
from tests.world.people.supporter import Supporter

PAGE = "/c/safe-communities"
TYPED = {"phone": "(617) 555-0123", "town": 'Lee & "Lenox"', "address": "1 Main Street", "consent": "en"}
HIDDEN = re.compile(r'type="hidden" name="(\w+)" value="([^"]*)"')


@pytest.fixture
def told(app):
    """An answer to somebody whose turn did not come."""
    browser = FlaskClient(app, app.response_class)  # in this context, as the server's thread is

    def told(path, method="GET", **how):
        with telling(7):
            return browser.open(path, method=method, **how)

    return told


def kept(page):
    return {name: unescape(value) for name, value in HIDDEN.findall(page.text)}


def test_all_that_was_typed_is_kept_to_be_sent_again(told):
    page = told(f"{PAGE}/call", "POST", data=TYPED)
    assert (page.status_code, page.headers["Retry-After"], kept(page)) == (503, "7", TYPED)
    assert '<form class="card" id="again" method="post" data-seconds="7">' in page.text


def test_nothing_was_begun_until_it_is_sent_again(told, client, campaign, session):
    form = Supporter(client).form()
    again = kept(told(f"{PAGE}/call", "POST", data=form))
    assert not session.query(Call).count()
    assert Supporter(client).sends(again).status_code == 303


def test_it_promises_no_place_in_line(told):
    assert "you have no place in line yet" in told(f"{PAGE}/call", "POST", data=TYPED).text


def test_it_speaks_the_readers_language(told):
    page = told(f"{PAGE}/call", "POST", data=TYPED, headers={"Accept-Language": "es"})
    assert "Todavía no se ha enviado nada" in page.text
    assert 'formaction="?language=ht"' in page.text


def test_a_page_that_was_only_opened_is_opened_again_where_it_was(told):
    page = told(f"{PAGE}?language=es")
    assert (kept(page), 'method="get"' in page.text) == ({"language": "es"}, True)


@pytest.mark.parametrize("path", ["//example.org/x", "/nowhere"])
def test_an_address_that_somebody_made_up_leads_nowhere_else(told, path):
    page = told(path)
    assert page.status_code == 503
    assert "example.org" not in page.text


def test_no_password_is_sent_back(told):
    page = told("/sign-in", "POST", data={"email": "ana@example.org", "password": "hunter2"})
    assert (page.status_code, "Go back" in page.text, kept(page)) == (503, True, {})
    assert "hunter2" not in page.text


def test_nothing_secret_is_sent_back_wherever_it_is_typed(app, told):
    secret = {"password": "hunter2old", "new_password": "hunter2new", "auth_token": "hunter2", "code": "hunter2"}
    takes_it = [rule.rule for rule in app.url_map.iter_rules() if class_of(app, rule.endpoint) is SECRET]
    pages = [told(path.replace("<int:campaign_id>", "1"), "POST", data=secret) for path in takes_it]
    assert len(pages) >= 5
    assert not [page.request.path for page in pages if "hunter2" in page.text or "Go back" not in page.text]


def test_what_an_organizer_typed_that_is_no_secret_is_kept(told):
    assert kept(told("/organizers/team/invitations", "POST", data={"email": "ana@example.org"}))


@pytest.mark.parametrize(
    ("method", "path", "said"),
    [
        ("GET", "", "We cannot look up your call just now."),
        ("POST", "/cancel", "What you pressed was not done yet."),
        ("POST", "/keep", "What you pressed was not done yet."),
        ("POST", "/feedback", "What you pressed was not done yet."),
    ],
)
def test_whoever_has_a_call_is_not_told_that_nobody_was_called(told, method, path, said):
    page = told(f"{PAGE}/call/x{path}", method, data={"outcome": "contact"} if method == "POST" else None)
    assert (said in page.text, "stay on the line" in page.text) == (True, True)
    assert "nobody was called" not in page.text


def test_a_program_is_told_in_json(told):
    answer = told("/api/v1/representatives", "POST", json={"town": "Holyoke"})
    assert (answer.status_code, answer.mimetype, answer.headers["Retry-After"]) == (503, PROBLEM, "7")


def test_what_a_page_fetches_for_itself_gets_no_page(told):
    answer = told(f"{PAGE}/call/x/progress")
    assert (answer.status_code, answer.text, answer.headers["Retry-After"]) == (503, "", "7")


def test_the_more_are_told_the_later_they_come_back():
    crowd = Crowd()
    times = [crowd.one_more() for _ in range(1000)]
    assert (times[0], times[199], times[-1]) == (SOONEST, 20, LATEST)


@pytest.mark.parametrize(
    ("method", "path", "comes_first"),
    [
        ("POST", "/voice/x/answered", True),
        ("POST", "/voice/x/status/0", True),
        ("POST", "/voice/hotline", True),
        ("GET", "/healthz", True),
        ("GET", "/voice/x/answered", False),  # no carrier asks so
        ("GET", "/voicemail", False),
        ("POST", f"{PAGE}/call", False),
        ("GET", "/static/ringdown.css", False),
    ],
)
def test_only_the_phone_and_whoever_watches_come_first(app, method, path, comes_first):
    assert class_at(app, method, path).comes_first is comes_first
