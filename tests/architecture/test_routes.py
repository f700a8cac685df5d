"""Every route is in exactly one class, and each class keeps its promise."""

import re

import pytest

from app.guard.route_classes import RouteClass, class_of

SOMETHING = {"turn": "1", "rank": "0", "call_id": "1", "campaign_id": "1", "filename": "ringdown.css"}


def paths(app, route_class, method):
    """An address for every route of a class that answers this method."""
    rules = [rule for rule in app.url_map.iter_rules() if class_of(rule.endpoint) is route_class]
    wanted = [rule.rule for rule in rules if method in rule.methods]
    return [re.sub(r"<(?:\w+:)?(\w+)>", lambda blank: SOMETHING.get(blank[1], "x"), rule) for rule in wanted]


def test_every_route_has_a_class(app):
    assert not [rule.rule for rule in app.url_map.iter_rules() if class_of(rule.endpoint) is None]


def test_every_class_has_routes(app):
    assert {class_of(rule.endpoint) for rule in app.url_map.iter_rules()} == set(RouteClass)


def test_every_carrier_route_refuses_an_unsigned_post(app, client):
    answers = {path: client.post(path).status_code for path in paths(app, RouteClass.CARRIER, "POST")}
    assert set(answers.values()) == {403}, answers


def test_carrier_routes_answer_nothing_but_posts(app):
    assert not paths(app, RouteClass.CARRIER, "GET")


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_organizer_route_sends_a_stranger_to_sign_in(app, client, method):
    for path in paths(app, RouteClass.ORGANIZER, method):
        answer = client.open(path, method=method)
        assert (answer.status_code, answer.location.partition("?")[0]) == (302, "/sign-in"), path


def test_every_route_under_organizers_is_an_organizers_route(app):
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/organizers")]
    assert {class_of(rule.endpoint) for rule in rules} == {RouteClass.ORGANIZER}


def test_every_route_under_voice_is_a_carriers_route(app):
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/voice")]
    assert {class_of(rule.endpoint) for rule in rules} == {RouteClass.CARRIER}


def test_health_routes_say_ok_and_nothing_else(app, client, campaign):
    assert {client.get(path).text for path in paths(app, RouteClass.HEALTH, "GET")} == {"ok\n"}


@pytest.mark.parametrize("endpoint", ["web.ask_for_call", "web.cancel", "web.tell", "security.logout"])
def test_nothing_is_done_by_looking(app, endpoint):
    (rule,) = app.url_map.iter_rules(endpoint)
    assert not {"GET", "HEAD"} & rule.methods
