"""`flask team` says who runs this server."""

import re

import click
import pytest
from sqlalchemy import select

from app.team.create import create_organizer
from app.team.invitations.inviting import pending_invitations
from app.team.invitations.joining import LinkIs, invited
from app.team.people.members import member_named
from app.team.people.parts import Part
from models import AuditAct, AuditEvent, Organizer, TeamRole

LINK = re.compile(r"http://127\.0\.0\.1:8080/join/(\S+)")
ANA, BO = "ana@example.org", "bo@example.org"


@pytest.fixture
def key(app):
    """The key of the link that a command prints, which is good."""

    def key(printed, session):
        found = LINK.search(printed)[1]
        assert invited(session, found, app.extensions["ringdown"].clock()).link is LinkIs.OPEN
        return found

    return key


@pytest.fixture
def refused(app):
    """Run a command that is refused; returns what it says."""

    def refused(*arguments):
        result = app.test_cli_runner().invoke(args=["team", *arguments], standalone_mode=False)
        assert isinstance(result.exception, click.ClickException)
        return result.exception.message

    return refused


@pytest.fixture
def ana(session):
    """An admin, alone."""
    create_organizer(session, ANA, "a long password of the tests", role=TeamRole.ADMIN)
    session.commit()


def told(session):
    session.rollback()
    return [(event.who, event.act, event.subject) for event in session.query(AuditEvent).order_by(AuditEvent.id)]


def test_the_first_admins_link_is_printed(run, session, key):
    key(run("team", "first-admin").output, session)
    assert told(session) == [("the command line", AuditAct.INVITED, "the first admin")]


def test_another_link_voids_the_one_before(run, session, app, key):
    before = key(run("team", "first-admin").output, session)
    key(run("team", "first-admin").output, session)
    session.rollback()
    assert invited(session, before, app.extensions["ringdown"].clock()).link is LinkIs.UNKNOWN


@pytest.mark.usefixtures("ana")
def test_where_an_admin_is_there_no_first_one_is_made(refused):
    assert "This server has an admin" in refused("first-admin")


@pytest.mark.usefixtures("ana")
def test_somebody_is_added_by_a_link(run, session, key, campaign):
    key(run("team", "add", "Bo@Example.org", "--role", "viewer", "--campaign", "safe-communities").output, session)
    (offered,) = pending_invitations(session)
    assert (offered.email, offered.part) == (BO, Part(TeamRole.VIEWER, frozenset({campaign})))
    assert told(session) == [("the command line", AuditAct.INVITED, BO)]


@pytest.mark.usefixtures("ana")
def test_a_role_and_its_campaigns_are_changed(run, session, campaign):
    create_organizer(session, BO, "a long password of the tests", role=TeamRole.VIEWER)
    session.commit()
    run("team", "role", BO, "organizer", "--campaign", "safe-communities")
    session.rollback()
    assert member_named(session, BO).part == Part(TeamRole.ORGANIZER, frozenset({campaign}))
    assert told(session) == [("the command line", AuditAct.ROLE_CHANGED, BO)]


@pytest.mark.usefixtures("ana")
def test_somebody_is_taken_out(run, session):
    create_organizer(session, BO, "a long password of the tests", role=TeamRole.VIEWER)
    session.commit()
    run("team", "remove", BO)
    session.rollback()
    assert member_named(session, BO) is None
    assert told(session) == [("the command line", AuditAct.REMOVED, BO)]


@pytest.mark.usefixtures("ana")
def test_a_second_factor_is_reset(run, session):
    ana = session.query(Organizer).filter_by(email=ANA).one()
    ana.tf_primary_method, ana.tf_totp_secret = "authenticator", "00"
    session.commit()
    assert "by the password alone" in run("team", "reset-second-factor", ANA).output
    session.rollback()
    assert not member_named(session, ANA).has_second_factor
    assert told(session) == [("the command line", AuditAct.SECOND_FACTOR_CHANGED, ANA)]


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("remove", ANA), "is the last admin"),
        (("role", ANA, "viewer"), "is the last admin"),
        (("remove", BO), "is not in the team"),
        (("role", BO, "viewer"), "is not in the team"),
        (("reset-second-factor", BO), "is not in the team"),
        (("add", ANA), "is in the team already"),
        (("add", "nonsense"), "nonsense is no e-mail address"),
        (("add", BO, "--campaign", "no-such"), "There is no campaign no-such. There are: none."),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_done(refused, session, arguments, says):
    assert says in refused(*arguments)
    assert told(session) == []
    assert member_named(session, ANA).role is TeamRole.ADMIN


def test_whoever_forgot_their_password_is_given_a_link(app, session, ana):
    printed = app.test_cli_runner().invoke(args=["team", "new-password", ANA.upper()]).output
    path = re.search(r"http://127\.0\.0\.1:8080(/reset/\S+)", printed)[1]
    assert "Choose a new password" in app.test_client().get(path).text
    assert AuditAct.PASSWORD_LINK_MADE in session.scalars(select(AuditEvent.act)).all()


def test_for_nobody_there_is_no_link(refused):
    assert "is not in the team" in refused("new-password", BO)
