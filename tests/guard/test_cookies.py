"""Every cookie of ours is for this server alone, behind https by its name, and no script reads it."""

import pytest
from werkzeug.wrappers import Response

from app.guard.cookies import keep_cookie
from app.store.db import close_db
from tests.world.people.supporter import Supporter

SECURE = "https://call.example.org"


@pytest.fixture
def cookies(another_app, campaign):
    """All cookies that a supporter and an organizer get, where browsers come by https and where they do not."""

    def cookies(address):
        app = another_app(public_base_url=address)
        browser = app.test_client()
        got = []
        browser.open = _watched(browser.open, got)
        Supporter(browser).asks_to_be_called(name="Ana")
        browser.get("/c/safe-communities?language=es")
        browser.get("/sign-in")
        close_db(app)
        return got

    return cookies


def _watched(ask, got):
    def watched(*where, **how):
        answer = ask(*where, **how)
        got.extend(answer.headers.getlist("Set-Cookie"))
        return answer

    return watched


def test_behind_https_each_is_bound_to_this_host(cookies):
    got = cookies(SECURE)
    assert {cookie.partition("=")[0] for cookie in got} >= {"__Host-calls", "__Host-first_name", "__Host-language"}
    for cookie in got:
        parts = set(cookie.split("; ")[1:])
        assert cookie.startswith("__Host-")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= parts
        assert not any(part.startswith("Domain") for part in parts)


def test_without_https_they_are_kept_all_the_same(cookies):
    got = cookies("http://127.0.0.1:8080")
    assert {cookie.partition("=")[0] for cookie in got} >= {"calls", "first_name", "language"}
    assert all({"HttpOnly", "Path=/"} <= set(cookie.split("; ")) for cookie in got)


@pytest.mark.parametrize("value", ["a; Domain=example.org", "a b", "a\r\nX: b", "señora", 'a"b'])
def test_what_would_mean_something_in_a_header_is_kept_in_none(app, value):
    answer = Response()
    with app.app_context(), pytest.raises(ValueError, match="first_name"):
        keep_cookie(answer, "first_name", value, max_age=1)
    assert "Set-Cookie" not in answer.headers
