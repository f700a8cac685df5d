"""Somebody joins by a link: once, in any browser, and nothing is used up before they have."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from app.clock import utc_now
from app.team.invitations.first_admin import first_admin_key
from models import Invitation, TeamRole
from models import Organizer as Account
from tests.organizers.conftest import CSRF, EMAIL, Organizer

BO, WORDS = "bo@example.org", "four words of the tests"


@pytest.fixture
def fills(presses):
    """Fills the form of a link, and sends it."""

    def fills(somebody, link, **form):
        return presses(somebody, link, page=link, **{"new_password": WORDS} | form)

    return fills


def test_whoever_is_invited_joins_and_is_signed_in(invites, stranger, fills, campaign):
    link = invites(email=BO, role="organizer", **{f"campaign-{campaign}": "on"})
    assert f"<strong>{BO}</strong>" in stranger.reads(link)
    assert fills(stranger, link).location == "/organizers/calls"
    assert BO in stranger.reads("/organizers/campaigns")
    assert stranger.opens(f"/organizers/campaigns/{campaign}/whom").status_code == 200
    assert stranger.opens("/organizers/team").status_code == 403


def test_they_can_sign_in_again(invites, stranger, fills, app):
    fills(stranger, invites(email=BO))
    assert Organizer(app.test_client()).signs_in(BO, WORDS).location == "/organizers/calls"


def test_where_nobody_was_named_they_give_their_own_address(invites, stranger, fills):
    link = invites()
    fills(stranger, link, email="Cy@Example.org")
    assert "cy@example.org" in stranger.reads("/organizers/campaigns")


def test_where_somebody_was_named_no_other_address_counts(invites, stranger, fills, session):
    fills(stranger, invites(email=BO), email="evil@example.org")
    assert {one.email for one in session.query(Account)} == {EMAIL, BO}


def test_the_first_admin_joins(client, session, fills, told):
    link, nobody = f"/join/{first_admin_key(session, utc_now())}", Organizer(client)
    session.commit()
    assert "You become the first admin" in nobody.reads(link)
    fills(nobody, link, email=BO)
    assert "You are the only admin" in nobody.reads("/organizers/team")
    assert (BO, "joined", "", None, {"role": "admin"}) in told()


def test_to_open_it_or_to_send_it_empty_uses_nothing_up(invites, stranger, fills):
    link = invites()
    stranger.opens(link)
    stranger.client.head(link)
    empty = fills(stranger, link, email="", new_password="")
    assert empty.status_code == 422
    assert "This is no e-mail address." in empty.text
    assert "at least 14 characters" in empty.text
    assert fills(stranger, link, email=BO).location == "/organizers/calls"


@pytest.mark.parametrize("weak", ["short", "passwordpassword", "bo@example.org-bo"])
def test_a_password_that_others_would_try_first_is_refused(invites, stranger, fills, weak, session):
    assert fills(stranger, invites(email=BO), new_password=weak).status_code == 422
    assert session.query(Account).count() == 1


def test_an_address_of_the_team_is_refused_and_the_link_stays_good(invites, stranger, fills):
    link = invites()
    answer = fills(stranger, link, email=EMAIL)
    assert (answer.status_code, "Somebody of the team has this address." in answer.text) == (409, True)
    assert fills(stranger, link, email=BO).location == "/organizers/calls"


def test_a_form_without_its_token_is_refused(invites, stranger, session):
    answer = stranger.sends(invites(email=BO), new_password=WORDS)
    assert (answer.status_code, session.query(Account).count()) == (400, 1)


def test_a_form_with_the_token_of_another_browser_is_refused(invites, stranger, app, session):
    link = invites(email=BO)
    stranger.opens(link)
    token = CSRF.search(Organizer(app.test_client()).reads(link))[1]
    answer = stranger.sends(link, new_password=WORDS, csrf_token=token)
    assert (answer.status_code, session.query(Account).count()) == (400, 1)


def test_a_link_that_was_used_says_whom_to_tell(invites, stranger, fills, app):
    link = invites(email=BO)
    fills(stranger, link)
    another = Organizer(app.test_client()).opens(link)
    assert (another.status_code, f"tell {EMAIL}" in another.text) == (410, True)


def test_of_two_who_have_it_open_the_second_is_told(invites, stranger, app, session):
    link, slower = invites(), Organizer(app.test_client())
    tokens = [CSRF.search(somebody.reads(link))[1] for somebody in (stranger, slower)]
    stranger.sends(link, csrf_token=tokens[0], email=BO, new_password=WORDS)
    answer = slower.sends(link, csrf_token=tokens[1], email="cy@example.org", new_password=WORDS)
    assert (answer.status_code, "This link was used already" in answer.text) == (410, True)
    assert session.query(Account).filter_by(email="cy@example.org").count() == 0


def test_after_a_week_it_says_whom_to_ask(invites, stranger, session):
    link = invites(email=BO)
    session.execute(update(Invitation).values(expires_at=utc_now() - timedelta(seconds=1)))
    session.commit()
    page = stranger.opens(link)
    assert (page.status_code, f"Ask {EMAIL} for a new one." in page.text) == (410, True)


def test_the_first_admins_link_says_after_an_hour_how_to_get_another(client, session):
    key = first_admin_key(session, utc_now() - timedelta(hours=1))
    session.commit()
    page = Organizer(client).opens(f"/join/{key}")
    assert (page.status_code, "flask team first-admin" in page.text) == (410, True)


def test_the_first_admins_link_says_that_somebody_was_faster(organizer, session):
    session.query(Account).update({"role": TeamRole.VIEWER})
    key = first_admin_key(session, utc_now())
    session.query(Account).update({"role": TeamRole.ADMIN})
    session.commit()
    assert "This server has its first admin" in organizer.opens(f"/join/{key}").text


@pytest.mark.parametrize("link", ["/join/made-up", "/join/%00", "/join/%ED%A0%80", f"/join/{'x' * 5000}"])
def test_a_link_that_nobody_made_leads_nowhere(stranger, link):
    page = stranger.opens(link)
    assert (page.status_code, "This link leads nowhere" in page.text) == (404, True)


def test_whoever_is_signed_in_is_asked_to_pass_it_on(invites, signed_in, fills, session):
    link = invites(email=BO)
    page = signed_in.opens(link)
    assert (page.status_code, f"you are signed in as {EMAIL}" in page.text) == (409, True)
    assert fills(signed_in, link).status_code == 409
    assert session.query(Account).count() == 1


def test_somebody_else_who_sits_there_signs_them_out_and_joins(invites, signed_in, fills, presses):
    link = invites(email=BO)
    assert presses(signed_in, f"{link}/as-another", page=link).location == link
    assert fills(signed_in, link).location == "/organizers/calls"
    assert BO in signed_in.reads("/organizers/campaigns")


def test_another_page_signs_nobody_out(invites, signed_in):
    assert signed_in.sends(f"{invites(email=BO)}/as-another").status_code == 400
    assert signed_in.opens("/organizers/team").status_code == 200
