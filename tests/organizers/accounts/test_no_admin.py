"""Until a server has an admin, organizers' pages say how to become one, and nothing else."""

import pytest

from app.team.create import create_organizer
from models import TeamRole
from tests.organizers.conftest import EMAIL, PASSWORD, Organizer

PAGES = ("/sign-in", "/forgotten", "/organizers/", "/organizers/calls", "/organizers/campaigns/1/whom")


@pytest.fixture
def stranger(client):
    return Organizer(client)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_how_to_become_the_first_admin(stranger, path):
    page = stranger.opens(path)
    assert page.status_code == 403
    assert "flask team first-admin" in page.text
    assert "<form" not in page.text


def test_a_form_leads_there_too(stranger):
    assert "flask team first-admin" in stranger.sends("/sign-in", email=EMAIL, password=PASSWORD).text


def test_an_organizer_is_no_admin(stranger, session):
    create_organizer(session, EMAIL, PASSWORD, role=TeamRole.ORGANIZER)
    session.commit()
    assert "flask team first-admin" in stranger.opens("/sign-in").text


def test_with_an_admin_it_is_the_sign_in(organizer):
    assert "Nobody runs this server" not in organizer.reads("/sign-in")


def test_supporters_notice_nothing(stranger, campaign):
    assert stranger.opens("/c/safe-communities").status_code == 200


def test_whoever_has_signed_in_pays_for_no_look(signed_in, count_statements):
    count_statements.reset()
    signed_in.reads("/organizers/campaigns")
    assert not [statement for statement in count_statements.statements if "EXISTS" in statement]
