"""Each chooses for themselves which alerts they have by mail."""

import re

import pytest
from sqlalchemy import select

from app.outgoing.alerts import BY_MAIL, NAMES
from app.team.create import create_organizer
from models import AlertChoice, AlertKind, TeamRole
from tests.organizers.conftest import CSRF, PASSWORD, Organizer

PAGE = "/organizers/account/alerts"


@pytest.fixture
def chooses(signed_in):
    def choose(*kinds, organizer=signed_in):
        token = CSRF.search(organizer.reads(PAGE))[1]
        answer = organizer.sends(PAGE, csrf_token=token, kind=list(kinds))
        return organizer.reads(answer.location)

    return choose


def chosen(page):
    return re.findall(r'value="([\w-]+)" checked', page)


def test_nobody_has_any_unless_they_choose(signed_in):
    assert chosen(signed_in.reads(PAGE)) == []


def test_every_alert_that_is_raised_is_offered(signed_in):
    page = signed_in.reads(PAGE).replace("&#39;", "'")
    assert all(NAMES[kind] in page for kind in BY_MAIL)


def test_what_is_chosen_stays_chosen(chooses):
    page = chooses("no-worker", "carrier-refuses")
    assert set(chosen(page)) == {"no-worker", "carrier-refuses"}
    assert "Changed. The next mail goes by it." in page


def test_others_can_be_chosen_and_none(chooses):
    chooses("no-worker")
    assert chosen(chooses("carrier-refuses")) == ["carrier-refuses"]
    assert chosen(chooses()) == []


def test_to_choose_the_same_changes_nothing(chooses):
    chooses("no-worker")
    assert "Nothing was changed" in chooses("no-worker")


@pytest.mark.parametrize("kind", ["mail-fails", "anything"])
def test_what_is_not_offered_cannot_be_chosen(chooses, session, kind):
    chooses(kind)
    assert session.scalars(select(AlertChoice)).all() == []


def test_a_viewer_is_offered_what_concerns_viewers(app, session, chooses):
    create_organizer(session, "viewer@example.org", PASSWORD, role=TeamRole.VIEWER)
    session.commit()
    viewer = Organizer(app.test_client())
    viewer.signs_in("viewer@example.org")
    assert 'value="placing-paused"' not in viewer.reads(PAGE)
    assert chosen(chooses("placing-paused", "no-worker", organizer=viewer)) == ["no-worker"]
    session.rollback()
    assert session.scalars(select(AlertChoice.kind)).all() == [AlertKind.NO_WORKER]


def test_where_no_mail_is_sent_it_says_so(signed_in):
    assert "This server sends no mail yet." in signed_in.reads(PAGE)
