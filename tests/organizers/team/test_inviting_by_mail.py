"""Where mail is set up the link is sent: made when the letter is written, and shown to nobody else."""

import re

import pytest
from pydantic import SecretStr

from app.team.invitations.inviting import pending_invitations
from tests.jobs.test_worker import run
from tests.organizers.team.conftest import LINK
from tests.world.mail.server import mail_server

BO = "bo@example.org"
INVITATIONS = "/organizers/team/invitations"


@pytest.fixture
def server():
    with mail_server() as server:
        yield server


@pytest.fixture
def settings(settings, server):
    """Those of a server that sends mail."""
    mail = {"smtp_url": SecretStr(f"smtp://127.0.0.1:{server.port}"), "mail_from": "ringdown@example.org"}
    return settings.model_copy(update=mail)


@pytest.fixture
def sends_invitation(signed_in, presses):
    """Invites somebody by mail; returns what the page then says."""

    def sends_invitation(email=BO):
        answer = presses(signed_in, INVITATIONS, email=email, role="viewer")
        return signed_in.reads(answer.location)

    return sends_invitation


def test_the_letter_holds_a_link_that_is_good_and_the_page_none(app, server, sends_invitation, stranger):
    page = sends_invitation()
    assert "We are sending them the link." in page
    assert "/join/" not in page
    run(app)
    assert server.to == [BO]
    assert "organizer@example.org invites you" in server.only()["Subject"]
    assert BO in stranger.reads(LINK.search(server.text())[1])


def test_no_job_holds_a_link(app, sends_invitation, session):
    sends_invitation()
    jobs = session.connection().exec_driver_sql("SELECT args::text FROM procrastinate_jobs").scalars().all()
    assert any("invitation" in args for args in jobs)
    assert not [args for args in jobs if re.search(r"[\w-]{32}", args)]


def test_a_link_made_by_hand_meanwhile_is_not_voided(
    app, server, sends_invitation, presses, signed_in, stranger, session
):
    sends_invitation()
    (waiting,) = pending_invitations(session)
    by_hand = LINK.search(presses(signed_in, f"{INVITATIONS}/{waiting.id}/link").text)[1]
    run(app)
    assert server.mails == []
    assert stranger.opens(by_hand).status_code == 200


def test_who_was_taken_back_gets_no_letter(app, server, sends_invitation, presses, signed_in, session):
    sends_invitation()
    (waiting,) = pending_invitations(session)
    presses(signed_in, f"{INVITATIONS}/{waiting.id}/withdraw")
    run(app)
    assert server.mails == []


def test_without_an_address_the_link_is_shown(app, server, invites):
    invites(email="")
    run(app)
    assert server.mails == []
