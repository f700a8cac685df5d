"""Every route is in exactly one class, and each class keeps each of its promises."""

import re
from contextvars import Context
from inspect import iscoroutinefunction
from itertools import chain
from pathlib import Path

import pytest

from app.guard.route_classes import (
    ASKING,
    CARRIER,
    CLASSES,
    COMPARING,
    DOWNLOAD,
    FOLLOWING,
    FRAGMENT,
    HEALTH,
    ORGANIZER,
    PROGRAM,
    RECORDING,
    REPORT,
    SECRET,
    SIGN_IN,
    STATIC,
    SUPPORTER,
    UPLOAD,
    Caching,
    Guard,
    RouteClass,
)
from app.guard.routes import class_of, classified, init_route_classes
from app.serving.problems import PROBLEM
from app.team.create import create_organizer
from models import TeamRole
from tests.organizers.conftest import CSRF, EMAIL, PASSWORD, Organizer
from tests.world.addresses import working_addresses
from tests.world.workers import a_worker

PEOPLE = (ORGANIZER, SECRET, UPLOAD, DOWNLOAD, COMPARING, SIGN_IN)
EASY = {"/sign-in", "/sign-out"}  # where nothing is lost: who is in is led on, and to go is asked once more
APP = Path(__file__).parents[2] / "app"
TEMPLATES = APP / "templates"
FORM = re.compile("<form.*?</form>", re.DOTALL)
TAKES = re.compile(r'type="password"|one-time-code|new_password\(')
ACTION = re.compile(r"<form[^>]*url_for\('([\w.]+)'")
ROWS = (
    "call_id",
    "campaign_id",
    "edition_id",
    "organizer_id",
    "invitation_id",
    "passkey_id",
    "hold_id",
    "note_id",
    "prepared_id",
    "room_id",
    "day_id",
    "session_id",
)
BLANK = re.compile(r"<(?:\w+(?:\([^)]*\))?:)?(\w+)>")
IDS = dict.fromkeys(("turn", *ROWS), "1")
SOMETHING = {**IDS, "rank": "0", "since": "0", "filename": "ringdown.css"}


def paths(app, method, *classes):
    """An address for every route of these classes that answers this method."""
    rules = [rule for rule in app.url_map.iter_rules() if class_of(app, rule.endpoint) in classes]
    wanted = [rule.rule for rule in rules if method in rule.methods]
    return [BLANK.sub(lambda blank: SOMETHING.get(blank[1], "x"), rule) for rule in wanted]


def behind(which):
    return [one for one in CLASSES if one.guard is which]


@pytest.fixture
def addresses(app, client, campaign, session):
    return working_addresses(app, client, campaign, session)


@pytest.fixture
def asks(client):
    """An answer to a browser that remembers nothing and reads Spanish."""

    def asks(path, **how):
        return Context().run(client.get, path, headers={"Accept-Language": "es"}, buffered=True, **how)

    return asks


@pytest.fixture
def an_admin(session):
    """Somebody who could sign in."""
    create_organizer(session, EMAIL, PASSWORD, role=TeamRole.ADMIN)
    session.commit()


def test_no_view_and_no_hook_is_a_coroutine(app):
    hooks = chain(*app.before_request_funcs.values(), *app.after_request_funcs.values())
    assert not [it for it in (*app.view_functions.values(), *hooks) if iscoroutinefunction(it)]


def test_every_route_has_a_class(app):
    assert not [rule.rule for rule in app.url_map.iter_rules() if class_of(app, rule.endpoint) is None]


def test_every_class_has_routes(app):
    assert {class_of(app, rule.endpoint) for rule in app.url_map.iter_rules()} == set(CLASSES)


def test_every_page_about_ones_own_call_is_known_to_be_one(app):
    own = [rule for rule in app.url_map.iter_rules() if "<token>" in rule.rule and rule.rule.startswith("/c/")]
    assert {class_of(app, rule.endpoint) for rule in own} == {FOLLOWING, FRAGMENT}


def test_every_form_for_a_secret_is_known_to_be_one(app):
    forms = [form for page in TEMPLATES.rglob("*.html") for form in FORM.findall(page.read_text())]
    asked = {endpoint for form in forms if TAKES.search(form) for endpoint in ACTION.findall(form)}
    assert len(asked) >= 7
    assert {class_of(app, endpoint) for endpoint in asked} == {SECRET, SIGN_IN}


def test_every_carrier_route_refuses_an_unsigned_post(app, client):
    answers = {path: client.post(path).status_code for path in paths(app, "POST", *behind(Guard.SIGNATURE))}
    assert set(answers.values()) == {403}, answers


def test_carrier_routes_answer_nothing_but_posts(app):
    assert not paths(app, "GET", *behind(Guard.SIGNATURE))


@pytest.mark.usefixtures("an_admin")
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_organizer_route_sends_a_stranger_to_sign_in(app, client, method):
    for path in paths(app, method, *behind(Guard.SIGN_IN)):
        answer = client.open(path, method=method)
        assert (answer.status_code, answer.location.partition("?")[0]) == (302, "/sign-in"), path


@pytest.mark.usefixtures("an_admin")
def test_every_form_of_organizers_is_refused_without_its_token(app, client):
    organizer = Organizer(client)
    organizer.signs_in()
    answers = {path: organizer.sends(path).status_code for path in paths(app, "POST", *behind(Guard.SIGN_IN))}
    assert set(answers.values()) == {400}, answers


def test_every_form_about_accounts_is_refused_with_the_token_of_another_browser(app, client, session):
    create_organizer(session, EMAIL, PASSWORD, role=TeamRole.ADMIN)
    session.commit()
    organizer = Organizer(client)
    organizer.signs_in()
    token = CSRF.search(Organizer(app.test_client()).reads("/sign-in"))[1]
    forms = {path: organizer.sends(path, csrf_token=token) for path in paths(app, "POST", *PEOPLE) if path not in EASY}
    assert {path: answer.status_code for path, answer in forms.items()} == dict.fromkeys(forms, 400)


def test_a_guard_that_nobody_brought_lets_nobody_in():
    app = _app_with_one_route(RouteClass(name="new", guard=Guard.SIGN_IN))
    assert app.test_client().get("/x").status_code == 500


def test_a_route_without_a_guard_is_open_to_all():
    assert _app_with_one_route(RouteClass(name="new")).test_client().get("/x").text == "in"


def _app_with_one_route(route_class):
    from flask import Flask

    app, blueprint = Flask(__name__), classified("new", __name__, route_class)
    blueprint.get("/x")(lambda: "in")
    init_route_classes(app)
    app.register_blueprint(blueprint)
    return app


def test_every_route_under_organizers_is_behind_the_sign_in(app):
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/organizers")]
    assert {class_of(app, rule.endpoint) for rule in rules} == {ORGANIZER, SECRET, UPLOAD, DOWNLOAD, COMPARING}


def test_every_route_under_voice_is_a_carriers_route(app):
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/voice")]
    assert {class_of(app, rule.endpoint) for rule in rules} == {CARRIER, REPORT}


def test_what_a_page_fetches_for_itself_is_a_fragment(app):
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.endswith("/progress")]
    assert [class_of(app, rule.endpoint) for rule in rules] == [FRAGMENT, FRAGMENT]


def test_every_answer_carries_the_headers_of_its_class(addresses, asks):
    for one in addresses:
        assert one.route_class.headers.items() <= dict(asks(one.path).headers).items(), one.path


def test_every_answer_is_kept_as_long_as_its_class_says(addresses, asks):
    for one in addresses:
        said = Caching.UNTIL_IT_CHANGES if one.route_class.versioned else one.route_class.caching
        assert asks(one.path).headers["Cache-Control"] == said, one.path


def test_a_versioned_file_is_kept_as_its_class_says(asks):
    assert asks("/static/ringdown.css?v=1").headers["Cache-Control"] == STATIC.caching


@pytest.mark.parametrize(
    "path", ["/static/none.css?v=1", "/recordings/nowhere-to-be-found-00000.wav", "/c/x/call/x/progress"]
)
def test_of_what_went_wrong_nothing_is_kept(asks, campaign, path):
    answer = asks(path)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (404, Caching.NEVER)


def test_pages_speak_the_language_that_their_class_says(addresses, asks):
    for one in addresses:
        answer = asks(one.path)
        language = re.search(r'<html lang="([^"]+)"', answer.text) if answer.mimetype == "text/html" else None
        reads = "es" if one.route_class.in_readers_language else "en"
        assert ("Accept-Language" in answer.vary) == one.route_class.in_readers_language, one.path
        assert language is None or language[1] == reads, one.path


def test_only_classes_that_say_so_remember_a_language(addresses, asks):
    for one in addresses:
        kept = "language=es" in asks(one.path, query_string={"language": "es"}).headers.get("Set-Cookie", "")
        assert kept == one.route_class.remembers_language, one.path


@pytest.mark.parametrize(("path", "in_json"), [("/api/nowhere", True), ("/nowhere", False), ("/organizers/x", False)])
def test_an_address_that_leads_nowhere_fails_as_its_class_says(client, path, in_json):
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype == PROBLEM) == (404, in_json)


def test_failures_are_told_as_the_class_says(app, another_app):
    away = another_app(database_url="postgresql://postgres@127.0.0.1:9/none").test_client()
    for one in (PROGRAM, SUPPORTER, ASKING, FRAGMENT, RECORDING):
        for path in paths(app, "GET", one) + paths(app, "POST", one):
            answer = away.open(path, method="GET" if path in paths(app, "GET", one) else "POST")
            assert answer.status_code < 500 or (answer.mimetype == PROBLEM) == one.fails_in_json, path


def test_only_a_form_that_counts_once_is_offered_again_while_the_database_is_away(app, another_app):
    away = another_app(database_url="postgresql://postgres@127.0.0.1:9/none").test_client()
    forms = {path: one.counts_once for one in (SUPPORTER, ASKING) for path in paths(app, "POST", one)}
    offered = {path: "What you typed" in away.post(path, data={"town": "Holyoke"}).text for path in forms}
    assert offered == forms


def test_only_where_the_class_says_so_may_a_request_be_large(app, client, session):
    large = [one for one in CLASSES if one.largest_body]
    uploads = ("campaigns/1/look/x", "campaigns/1/prompts/x/x/recording", "offices/import")
    assert sorted(paths(app, "POST", *large)) == [f"/organizers/{upload}" for upload in uploads]


def test_health_routes_say_ok_and_nothing_else(app, client, session, campaign):
    a_worker(session)
    assert {client.get(path).text for path in paths(app, "GET", HEALTH)} == {"ok\n"}


@pytest.mark.parametrize("endpoint", ["web.ask_for_call", "web.cancel", "web.tell", "security.logout"])
def test_nothing_is_done_by_looking(app, endpoint):
    (rule,) = app.url_map.iter_rules(endpoint)
    assert not {"GET", "HEAD"} & rule.methods


def test_no_code_asks_how_a_route_or_its_blueprint_is_called():
    code = [path for path in APP.rglob("*.py") if path.parent.name != "local_network"]
    asks = re.compile(r"request\.blueprint|endpoint\s*(==|!=|in\b|not in\b)")
    assert not [path.name for path in code if asks.search(path.read_text())]
