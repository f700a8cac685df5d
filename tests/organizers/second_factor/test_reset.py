"""Whoever has lost their second factor is let in again by another admin, and by nobody else."""

import pytest

from app.team.create import create_organizer
from models import AuditAct, AuditEvent, TeamRole
from models import Organizer as Account
from tests.organizers.conftest import EMAIL, PASSWORD, Organizer, hidden_fields
from tests.organizers.second_factor.conftest import PAGE, Person

OTHER = "other@example.org"


@pytest.fixture
def lost(person: Person, session) -> str:
    """Where an admin looks at the second factor of somebody who has one, and is signed in somewhere."""
    person.sets_up()
    return f"/organizers/team/{session.query(Account).filter_by(email=EMAIL).one().id}/second-factor"


@pytest.fixture
def other(app, session):
    """Signs somebody else in, with this role."""

    def other(role: TeamRole = TeamRole.ADMIN) -> Organizer:
        create_organizer(session, OTHER, PASSWORD, role=role)
        session.commit()
        browser = Organizer(app.test_client())
        browser.signs_in(OTHER)
        return browser

    return other


def resets(admin: Organizer, path: str):
    return admin.sends(path, **hidden_fields(admin.reads(path), path))


def test_another_admin_resets_it_and_the_password_is_enough(person: Person, lost, other):
    admin = other()
    assert "They have an app" in admin.reads(lost)
    assert "It is reset" in resets(admin, lost).text
    assert person.browser.signs_in().location == "/organizers/calls"


def test_the_teams_page_leads_there(lost, other):
    assert f'href="{lost}"' in other().reads(lost.removesuffix("/second-factor"))


def test_their_sessions_end_with_it(person: Person, lost, other):
    assert person.is_in()
    resets(other(), lost)
    assert not person.is_in()


def test_nothing_is_left_of_it(person: Person, lost, other, session):
    person.makes_recovery_codes()
    resets(other(), lost)
    session.expire_all()
    account = session.query(Account).filter_by(email=EMAIL).one()
    assert not any((account.tf_totp_secret, account.tf_primary_method, account.mf_recovery_codes))


def test_it_stands_in_the_audit_log(lost, other, session):
    resets(other(), lost)
    event = session.query(AuditEvent).filter_by(act=AuditAct.SECOND_FACTOR_CHANGED, who=OTHER).one()
    assert (event.subject, event.after) == (EMAIL, {"second factor": "reset"})


@pytest.mark.parametrize("role", [TeamRole.VIEWER, TeamRole.ORGANIZER])
def test_nobody_but_admins_resets_it(lost, other, role):
    assert other(role).opens(lost).status_code == 403


def test_ones_own_is_not_reset_there(person: Person, lost, session):
    assert "This is you" in person.browser.reads(lost)
    token = hidden_fields(person.browser.reads(PAGE), "/sign-out")
    assert person.browser.sends(lost, **token).location == PAGE
    assert session.query(Account).one().tf_totp_secret


def test_of_whoever_has_none_it_is_said(other, session, organizer):
    which = session.query(Account).one().id
    page = other().reads(f"/organizers/team/{which}/second-factor")
    assert "They have none" in page
    assert "Reset it" not in page


@pytest.mark.parametrize("which", ["0", "99999", "99999999999999999999"])
def test_of_nobody_there_is_none(signed_in, which):
    assert signed_in.opens(f"/organizers/team/{which}/second-factor").status_code == 404
