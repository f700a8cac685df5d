"""Who of the team may use which route: each says it, and each holds it."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.guard.route_classes import Guard, RouteClass
from app.guard.routes import classified, init_route_classes
from app.guard.who_may import UnsaidError, hold_every_route, least, least_role
from app.team.create import create_organizer
from app.team.person import join_campaign
from models import Organizer as Account
from models import TeamRole
from tests.organizers.conftest import CSRF, PASSWORD, Organizer
from tools.who_may import table

DOCUMENT = Path(__file__).parents[2] / "docs" / "who-may.md"
BEHIND = RouteClass(name="behind", guard=Guard.SIGN_IN)


def app_with(view, route_class=BEHIND):
    app, blueprint = Flask(__name__, static_folder=None), classified("new", __name__, route_class)
    blueprint.get("/x")(view)
    init_route_classes(app)
    app.register_blueprint(blueprint)
    return app


def test_no_app_starts_with_a_route_of_which_nobody_said_who_may_use_it():
    with pytest.raises(UnsaidError, match=r"new\.view"):
        hold_every_route(app_with(named("view")))


def named(name):
    def view():
        return "in"

    view.__name__ = name
    return view


def test_no_app_starts_with_a_role_where_nobody_signs_in():
    view = least(TeamRole.ADMIN)(named("open"))
    with pytest.raises(UnsaidError, match=r"new\.open"):
        hold_every_route(app_with(view, RouteClass(name="anybody")))


def test_a_route_that_says_who_may_use_it_is_held():
    hold_every_route(app_with(least(TeamRole.VIEWER)(named("said"))))


def test_the_document_is_what_the_routes_say(another_app):
    assert DOCUMENT.read_text() == table(another_app())


def paths_of(app, least_of):
    """Method and address of each route for this role, filled with what there is."""
    for rule in app.url_map.iter_rules():
        if least_role(app, rule.endpoint) is least_of:
            for method in rule.methods & {"GET", "POST"}:
                yield method, re.sub(r"<(?:\w+:)?(\w+)>", lambda blank: FILLED.get(blank[1], "x"), rule.rule)


LINK = re.compile(r'href="(/organizers[^"#]*)')
IDS = (
    "call_id",
    "campaign_id",
    "edition_id",
    "session_id",
    "organizer_id",
    "invitation_id",
    "passkey_id",
    "prepared_id",
    "room_id",
    "day_id",
    "hold_id",
    "note_id",
)
FILLED = {**dict.fromkeys(IDS, "1"), "rank": "0"}


@pytest.fixture
def somebody(client, session: Session, campaign):
    """Signs somebody in who has this role, and this campaign or none."""

    def one(role: TeamRole, *, member: bool = True) -> Organizer:
        create_organizer(session, "first@example.org", PASSWORD, role=TeamRole.ADMIN)
        create_organizer(session, f"{role}@example.org", PASSWORD, role=role)
        if member:
            join_campaign(session, campaign, session.query(Account).filter_by(email=f"{role}@example.org").one().id)
        session.commit()
        organizer = Organizer(client)
        assert organizer.signs_in(f"{role}@example.org").status_code == 302
        return organizer

    return one


def answers(app, organizer, least_of):
    token = CSRF.search(organizer.opens("/organizers/calls").text)[1]
    for method, path in paths_of(app, least_of):
        yield path, (organizer.opens(path) if method == "GET" else organizer.sends(path, csrf_token=token)).status_code


@pytest.mark.parametrize(
    ("role", "beyond"),
    [
        (TeamRole.VIEWER, TeamRole.ORGANIZER),
        (TeamRole.VIEWER, TeamRole.ADMIN),
        (TeamRole.ORGANIZER, TeamRole.ADMIN),
    ],
)
def test_whatever_is_beyond_a_role_is_refused(app, somebody, role, beyond):
    refused = dict(answers(app, somebody(role), beyond))
    assert set(refused.values()) <= {403}, refused


@pytest.mark.parametrize("role", TeamRole)
def test_nothing_that_a_role_may_is_refused(app, somebody, role):
    organizer = somebody(role)
    for least_of in filter(role.may, TeamRole):
        got = dict(answers(app, organizer, least_of))
        assert 403 not in got.values(), got


def test_a_refusal_says_who_could(app, somebody):
    page = somebody(TeamRole.VIEWER).opens("/organizers/campaigns/1/whom").text
    assert "This is for organizers" in page
    assert "You are signed in as viewer" in page


@pytest.mark.parametrize("role", [TeamRole.VIEWER, TeamRole.ORGANIZER])
def test_a_campaign_that_is_not_theirs_is_none_that_there_is(app, somebody, campaign, role):
    organizer = somebody(role, member=False)
    whom = organizer.opens(f"/organizers/campaigns/{campaign}/whom")
    assert whom.status_code == (404 if role is TeamRole.ORGANIZER else 403)
    assert "Safe Communities" not in organizer.reads("/organizers/campaigns") + organizer.reads("/organizers/calls")


def one_a_route(app, links):
    """Of the links that lead to one route and ask it the same, one: the pages of two offices are open to the same."""
    routes = app.url_map.bind("localhost")

    def route(link):
        to = urlsplit(unescape(link))
        return routes.match(to.path)[0], tuple(sorted(parse_qs(to.query)))

    return {route(link): link for link in sorted(links)}.values()


def test_no_link_that_a_viewer_sees_is_refused_to_them(app, somebody, campaign):
    viewer = somebody(TeamRole.VIEWER)
    pages = [viewer.reads(f"/organizers/{path}") for path in ("calls", "campaigns", "offices", "account")]
    links = {link for page in pages for link in LINK.findall(page)}
    assert f"/organizers/calls?campaign={campaign}" in links
    assert {link: status for link in one_a_route(app, links) if (status := viewer.opens(link).status_code) != 200} == {}


@pytest.mark.parametrize("path", ["calls", "campaigns"])
def test_whoever_has_no_campaign_is_told_whom_to_ask(somebody, path):
    assert "Ask an admin of your team to give you one" in somebody(TeamRole.VIEWER, member=False).reads(
        f"/organizers/{path}"
    )


def test_an_admin_needs_no_membership(somebody, campaign):
    assert somebody(TeamRole.ADMIN, member=False).opens(f"/organizers/campaigns/{campaign}/whom").status_code == 200


def test_a_call_of_another_campaign_is_none_that_there_is(somebody, called, session):
    call = called()
    session.commit()
    assert somebody(TeamRole.VIEWER, member=False).opens(f"/organizers/calls/{call.id}").status_code == 404


def test_nobody_reads_calls_of_another_campaign(somebody, called, session):
    called(town="Chelsea")
    session.commit()
    assert '<td class="town">Chelsea' not in somebody(TeamRole.VIEWER, member=False).reads()


def test_whose_campaign_it_is_reads_its_calls(somebody, called, session):
    called(town="Chelsea")
    session.commit()
    assert '<td class="town">Chelsea' in somebody(TeamRole.VIEWER).reads()
