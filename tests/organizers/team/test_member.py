"""An admin changes what somebody may do, or takes them out; the last admin stays."""

import re

import pytest

from app.team.people.members import member
from app.team.people.parts import Part
from models import Organizer as Account
from models import TeamRole
from tests.organizers.conftest import EMAIL, PASSWORD, Organizer

SEEN = re.compile(r'name="seen" value="([^"]+)"')


@pytest.fixture
def saves(presses):
    """Saves the form of somebody's page, as it was shown."""

    def saves(admin, whom, seen="", **form):
        page = f"/organizers/team/{whom}"
        seen = seen or SEEN.search(admin.reads(page))[1]
        return presses(admin, page, seen=seen, **form)

    return saves


@pytest.fixture
def bo(joins):
    return joins("bo")


@pytest.fixture
def bo_herself(bo, app):
    somebody = Organizer(app.test_client())
    assert somebody.signs_in("bo@example.org").status_code == 302
    return somebody


@pytest.fixture
def me(session, signed_in):
    return session.query(Account.id).filter_by(email=EMAIL).scalar()


def test_they_may_do_more_from_their_next_click(signed_in, bo_herself, bo, saves, campaign):
    whom = f"/organizers/campaigns/{campaign}/whom"
    assert bo_herself.opens(whom).status_code == 403
    answer = saves(signed_in, bo, role="organizer", **{f"campaign-{campaign}": "on"})
    assert "It holds from their next click." in signed_in.reads(answer.location)
    assert bo_herself.opens(whom).status_code == 200


def test_they_may_do_less_from_their_next_click(signed_in, joins, app, saves):
    cy, herself = joins("cy", TeamRole.ADMIN), Organizer(app.test_client())
    herself.signs_in("cy@example.org")
    saves(signed_in, cy, role="viewer")
    assert herself.opens("/organizers/team").status_code == 403


def test_it_is_told_with_what_stood_there_before(signed_in, bo, saves, told):
    saves(signed_in, bo, role="organizer")
    assert told()[-1] == (EMAIL, "role-changed", "bo@example.org", {"role": "viewer"}, {"role": "organizer"})


def test_what_is_so_already_changes_nothing(signed_in, bo, saves, told):
    before = told()
    assert "Nothing was changed" in signed_in.reads(saves(signed_in, bo, role="viewer").location)
    assert told() == before


def test_a_role_that_there_is_not_is_refused(signed_in, bo, saves):
    assert saves(signed_in, bo, role="king").status_code == 422


def test_whoever_was_slower_sees_what_holds_now(signed_in, bo, saves, session):
    seen = SEEN.search(signed_in.reads(f"/organizers/team/{bo}"))[1]
    saves(signed_in, bo, role="organizer")
    answer = saves(signed_in, bo, seen=seen, role="admin")
    assert (answer.status_code, "Somebody else changed this meanwhile." in answer.text) == (409, True)
    assert member(session, bo).part == Part(TeamRole.ORGANIZER)
    assert SEEN.search(answer.text)[1] != seen


def test_a_removed_person_is_out_at_once_and_may_come_back_by_an_invitation_alone(
    signed_in, bo_herself, bo, presses, told
):
    answer = presses(signed_in, f"/organizers/team/{bo}/remove")
    assert "They are out of the team" in signed_in.reads(answer.location)
    assert bo_herself.opens("/organizers/calls").location.startswith("/sign-in")
    assert bo_herself.signs_in("bo@example.org").status_code == 401
    assert told()[-1] == (EMAIL, "removed", "bo@example.org", {"role": "viewer", "campaigns": []}, None)


@pytest.mark.parametrize("what", ["", "/remove"])
@pytest.mark.parametrize("which", ["4711", "99999999999999999999"])
def test_somebody_who_is_not_there_is_not_found(signed_in, presses, what, which):
    assert presses(signed_in, f"/organizers/team/{which}{what}", role="viewer").status_code == 404


@pytest.mark.parametrize("role", ["viewer", "organizer"])
def test_the_last_admin_keeps_the_role(signed_in, me, saves, session, role):
    answer = saves(signed_in, me, role=role)
    assert (answer.status_code, "You are the last admin." in answer.text) == (409, True)
    assert member(session, me).role is TeamRole.ADMIN


def test_the_last_admin_stays(signed_in, me, presses, session):
    answer = presses(signed_in, f"/organizers/team/{me}/remove")
    assert (answer.status_code, "You are the last admin." in answer.text) == (409, True)
    assert member(session, me)
    assert "Yes, remove me now" not in signed_in.reads(f"/organizers/team/{me}")


def test_an_admin_who_leaves_is_signed_out(signed_in, me, joins, presses, session):
    joins("cy", TeamRole.ADMIN)
    assert "Yes, remove me now" in signed_in.reads(f"/organizers/team/{me}")
    presses(signed_in, f"/organizers/team/{me}/remove")
    assert signed_in.opens("/organizers/team").location.startswith("/sign-in")


def test_an_admin_who_steps_back_is_led_to_what_they_may_see(signed_in, me, joins, saves):
    joins("cy", TeamRole.ADMIN)
    assert saves(signed_in, me, role="viewer").location == "/organizers/calls"
    assert signed_in.opens("/organizers/team").status_code == 403


@pytest.mark.parametrize("role", [TeamRole.VIEWER, TeamRole.ORGANIZER])
def test_nobody_raises_their_own_role(organizer, joins, app, presses, session, role):
    dee, herself = joins("dee", role), Organizer(app.test_client())
    herself.signs_in("dee@example.org", PASSWORD)
    assert presses(herself, f"/organizers/team/{dee}", role="admin", seen="").status_code == 403
    assert member(session, dee).role is role


def test_who_is_in_the_team_is_listed(signed_in, bo):
    page = signed_in.reads("/organizers/team")
    assert re.search(r"bo@example.org</a></th>\s*<td>Viewer</td>", page)
    assert re.search(f'{EMAIL}</a><span class="under">you</span></th>\\s*<td>Admin</td>', page)


def test_only_admins_are_shown_the_way_there(signed_in, bo_herself):
    assert ">Team</a>" in signed_in.reads("/organizers/campaigns")
    assert ">Team</a>" not in bo_herself.reads("/organizers/campaigns")


def test_whoever_cannot_sign_in_gets_a_link_for_a_new_password(signed_in, bo, me):
    action = f'action="/organizers/team/{bo}/reset-link"'
    assert action in signed_in.reads(f"/organizers/team/{bo}")
    assert "reset-link" not in signed_in.reads(f"/organizers/team/{me}")
