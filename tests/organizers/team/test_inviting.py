"""An admin makes a link by which somebody joins, sees who has not joined yet, and takes it back."""

import re

import pytest

from models import Invitation
from tests.organizers.conftest import EMAIL
from tests.organizers.team.conftest import LINK

TEAM = "/organizers/team"
INVITATIONS = f"{TEAM}/invitations"
BO = "bo@example.org"


def test_a_link_is_shown_once(signed_in, invites):
    link = invites(email=BO)
    assert link not in signed_in.reads(TEAM)


def test_who_is_invited_stands_there_until_they_join(signed_in, invites, campaign):
    invites(email=BO, **{f"campaign-{campaign}": "on"})
    page = signed_in.reads(TEAM)
    invited = page[page.index('id="invited"') :]
    assert BO in invited
    assert "Viewer · campaigns: the Safe Communities Act" in invited
    assert f"By {EMAIL}." in invited


def test_nobody_waits_at_first(signed_in):
    assert "Nobody is waiting." in signed_in.reads(TEAM)


def test_it_is_told(invites, campaign, told):
    invites(email=BO, **{f"campaign-{campaign}": "on"})
    assert told()[-1] == (EMAIL, "invited", BO, None, {"role": "viewer", "campaigns": ["the Safe Communities Act"]})


def test_an_invitation_without_a_name_is_told_too(invites, told):
    invites()
    assert told()[-1][:3] == (EMAIL, "invited", "whoever has the link")


@pytest.mark.parametrize(
    ("form", "says", "status"),
    [
        ({"email": "nonsense", "role": "viewer"}, "This is no e-mail address.", 422),
        ({"email": BO, "role": "king"}, "Choose what they may do.", 422),
        ({"email": BO}, "Choose what they may do.", 422),
        ({"email": EMAIL.upper(), "role": "viewer"}, "Somebody of the team has this address.", 409),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(signed_in, presses, session, form, says, status):
    answer = presses(signed_in, INVITATIONS, **form)
    assert (answer.status_code, says in answer.text) == (status, True)
    assert f'value="{form["email"]}"' in answer.text
    assert session.query(Invitation).count() == 0


def test_ticked_campaigns_stay_ticked(signed_in, presses, campaign):
    page = presses(signed_in, INVITATIONS, email="nonsense", role="viewer", **{f"campaign-{campaign}": "on"}).text
    assert f'name="campaign-{campaign}" checked' in page


def test_a_campaign_that_there_is_not_is_none(signed_in, invites, session):
    invites(**{"campaign-4711": "on"})
    assert session.query(Invitation).one().campaign_ids == []


def test_a_lost_link_is_made_anew(signed_in, invites, presses, stranger, session):
    lost = invites(email=BO)
    answer = presses(signed_in, f"{INVITATIONS}/{session.query(Invitation).one().id}/link")
    found = LINK.search(answer.text)[1]
    assert (answer.status_code, stranger.opens(lost).status_code, stranger.opens(found).status_code) == (201, 404, 200)


def test_an_invitation_is_withdrawn(signed_in, invites, presses, stranger, session, told):
    link = invites(email=BO)
    answer = presses(signed_in, f"{INVITATIONS}/{session.query(Invitation).one().id}/withdraw")
    assert "The invitation is withdrawn." in signed_in.reads(answer.location)
    assert stranger.opens(link).status_code == 404
    assert told()[-1] == (EMAIL, "invitation-withdrawn", BO, {"role": "viewer", "campaigns": []}, None)


@pytest.mark.parametrize("what", ["link", "withdraw"])
@pytest.mark.parametrize("which", ["4711", "99999999999999999999"])
def test_an_invitation_that_is_gone_is_said_to_be(signed_in, presses, what, which):
    answer = presses(signed_in, f"{INVITATIONS}/{which}/{what}")
    assert "Nothing was done" in signed_in.reads(answer.location)


def test_a_long_name_is_shown_whole(signed_in, invites):
    name = f"{'a-long-name' * 5}@{'example' * 8}.org"
    invites(email=name)
    assert re.search(f"<strong>{name}</strong>", signed_in.reads(TEAM))
