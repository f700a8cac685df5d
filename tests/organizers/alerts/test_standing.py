"""What is wrong stands above every page of organizers, for those whom it concerns, until it is over."""

from datetime import UTC, datetime
from html import unescape

import pytest

from app.store.alerts import alert_over, raise_alert
from app.team.create import create_organizer
from models import AlertKind, TeamRole
from tests.organizers.conftest import PASSWORD, Organizer, hidden_fields

NOON = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)
LINE = AlertKind.OFFICE_LINE_DEAD


@pytest.fixture
def wrong(session):
    def rise(kind=LINE, about="one", sentence="A line is dead. Correct it."):
        raise_alert(session, kind, about, sentence, link="/organizers/lines", now=NOON)
        session.commit()

    return rise


@pytest.mark.parametrize("page", ["calls", "campaigns", "offices", "audit", "account/alerts", "mail"])
def test_it_stands_above_every_page_with_what_to_do(signed_in, wrong, page):
    wrong()
    text = signed_in.reads(f"/organizers/{page}")
    assert "A line is dead. Correct it." in text
    assert '<a href="/organizers/lines">See how the lines answer</a>' in text


def test_it_costs_one_statement(signed_in, wrong, count_statements):
    signed_in.reads("/organizers/campaigns")
    wrong()
    count_statements.reset()
    signed_in.reads("/organizers/campaigns")
    assert len([one for one in count_statements.statements if "FROM alert" in one]) == 1


def test_where_nothing_is_wrong_nothing_stands_there(signed_in):
    assert "What is wrong now" not in signed_in.reads("/organizers/calls")


def test_what_is_over_stands_there_no_more(signed_in, wrong, session):
    wrong()
    alert_over(session, LINE, "one", now=NOON)
    session.commit()
    assert "What is wrong now" not in signed_in.reads("/organizers/calls")


def test_a_viewer_sees_what_concerns_viewers(client, session, wrong):
    create_organizer(session, "admin@example.org", PASSWORD, role=TeamRole.ADMIN)
    create_organizer(session, "viewer@example.org", PASSWORD, role=TeamRole.VIEWER)
    wrong()
    wrong(AlertKind.MAIL_FAILS, "", "Mail fails.")
    viewer = Organizer(client)
    viewer.signs_in("viewer@example.org")
    page = viewer.reads("/organizers/calls")
    assert "A line is dead" in page
    assert "Mail fails" not in page


@pytest.mark.parametrize(("role", "links"), [(TeamRole.ADMIN, 1), (TeamRole.ORGANIZER, 0), (TeamRole.VIEWER, 0)])
def test_why_the_carrier_refuses_is_told_to_all_and_its_page_offered_to_admins(client, session, wrong, role, links):
    create_organizer(session, "admin@example.org", PASSWORD, role=TeamRole.ADMIN)
    create_organizer(session, "somebody@example.org", PASSWORD, role=role)
    wrong(AlertKind.CARRIER_REFUSES, "account", "Nobody is rung just now (error 10001).")
    somebody = Organizer(client)
    somebody.signs_in("somebody@example.org")
    page = somebody.reads("/organizers/calls")
    assert "Nobody is rung just now (error 10001)." in page
    assert page.count(">See the carrier</a>") == links


def test_a_campaign_that_is_paused_stands_there_until_it_goes_on(signed_in, campaign):
    page, action = f"/organizers/campaigns/{campaign}/state", f"/organizers/campaigns/{campaign}/state"

    def moves(state):
        signed_in.sends(action, **hidden_fields(signed_in.reads(page), action) | {"state": state})
        return unescape(signed_in.reads("/organizers/calls"))

    paused = moves("paused")
    assert "is paused: nobody is rung." in paused
    assert f'<a href="{page}">See the campaign</a>' in paused
    assert "is paused: nobody is rung." not in moves("live")


def test_what_somebody_wrote_is_text(signed_in, wrong):
    wrong(sentence="<script>alert(1)</script>")
    assert "<script>alert(1)" not in signed_in.reads("/organizers/calls")
