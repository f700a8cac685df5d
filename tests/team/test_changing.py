"""Who changes whose part, who cannot, and that an admin is always left."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial

import pytest
from sqlalchemy import update

from app.store.db import db
from app.team.invitations.inviting import invite, pending_invitations
from app.team.new_address import change_address
from app.team.people.admins import LastAdminError, NotAdminError
from app.team.people.changing import NobodyThereError, change_part, remove_member
from app.team.people.members import member
from app.team.people.parts import Part, as_told
from models import Organizer, TeamRole
from tests.world.people.crowd import at_once, wait_until_they_wait

NOW = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
ORGANIZER = Part(TeamRole.ORGANIZER)


def test_an_admin_gives_somebody_another_role_and_campaigns(session, joins, campaign):
    ana, bo = joins("ana"), joins("bo", TeamRole.VIEWER)
    wanted = Part(TeamRole.ORGANIZER, frozenset({campaign}))
    assert change_part(session, bo, wanted, asked_by=ana) == (Part(TeamRole.VIEWER), wanted)
    assert member(session, bo).part == wanted


def test_a_campaign_that_is_taken_away_is_theirs_no_longer(session, joins, campaign):
    ana, bo = joins("ana"), joins("bo", TeamRole.VIEWER)
    change_part(session, bo, Part(TeamRole.VIEWER, frozenset({campaign})), asked_by=ana)
    change_part(session, bo, Part(TeamRole.VIEWER), asked_by=ana)
    assert member(session, bo).campaigns == ()


def test_an_admin_needs_no_campaign(session, joins, campaign):
    ana, bo = joins("ana"), joins("bo", TeamRole.VIEWER)
    change_part(session, bo, Part(TeamRole.ADMIN, frozenset({campaign})), asked_by=ana)
    assert member(session, bo).campaigns == ()


def test_a_campaign_that_is_gone_is_none(session, joins):
    ana, bo = joins("ana"), joins("bo", TeamRole.VIEWER)
    change_part(session, bo, Part(TeamRole.VIEWER, frozenset({4711})), asked_by=ana)
    assert member(session, bo).campaigns == ()


@pytest.mark.parametrize("role", [TeamRole.VIEWER, TeamRole.ORGANIZER])
def test_nobody_raises_their_own_role(session, joins, role):
    joins("ana")
    bo = joins("bo", role)
    with pytest.raises(NotAdminError):
        change_part(session, bo, Part(TeamRole.ADMIN), asked_by=bo)


def test_nobody_but_an_admin_removes_anybody(session, joins):
    ana, bo = joins("ana"), joins("bo", TeamRole.ORGANIZER)
    with pytest.raises(NotAdminError):
        remove_member(session, ana, asked_by=bo)


def test_an_admin_may_step_back_while_another_is_there(session, joins):
    ana = joins("ana")
    joins("bo")
    assert change_part(session, ana, ORGANIZER, asked_by=ana)[1] == ORGANIZER


@pytest.mark.parametrize("by_command", [False, True])
def test_the_last_admin_keeps_the_role_and_stays(session, joins, by_command):
    ana, _bo = joins("ana"), joins("bo", TeamRole.ORGANIZER)
    asked_by = None if by_command else ana
    with pytest.raises(LastAdminError):
        change_part(session, ana, ORGANIZER, asked_by=asked_by)
    with pytest.raises(LastAdminError):
        remove_member(session, ana, asked_by=asked_by)


def test_the_last_admin_may_be_told_to_stay_one(session, joins):
    ana = joins("ana")
    assert change_part(session, ana, Part(TeamRole.ADMIN), asked_by=ana)[1].role is TeamRole.ADMIN


def test_an_admin_who_may_not_sign_in_does_not_count(session, joins):
    ana, bo = joins("ana"), joins("bo")
    session.execute(update(Organizer).where(Organizer.id == bo).values(active=False))
    with pytest.raises(LastAdminError):
        remove_member(session, ana, asked_by=ana)


def test_somebody_who_is_gone_cannot_be_changed(session, joins):
    ana, bo = joins("ana"), joins("bo")
    remove_member(session, bo, asked_by=ana)
    with pytest.raises(NobodyThereError):
        change_part(session, bo, ORGANIZER, asked_by=ana)


@pytest.mark.parametrize("leaves", ["removed", "no admin any more"])
def test_who_is_no_admin_any_more_has_no_way_back_by_a_link_of_theirs(session, joins, leaves):
    ana, bo = joins("ana"), joins("bo")
    invite(session, Part(TeamRole.ADMIN), "", by="bo@example.org", now=NOW)
    invite(session, Part(TeamRole.ADMIN), "", by="ana@example.org", now=NOW)
    if leaves == "removed":
        remove_member(session, bo, asked_by=ana)
    else:
        change_part(session, bo, ORGANIZER, asked_by=ana)
    assert [one.made_by for one in pending_invitations(session)] == ["ana@example.org"]


def test_a_link_stays_theirs_under_another_address(session, joins):
    ana, bo = joins("ana"), joins("bo")
    invite(session, Part(TeamRole.ADMIN), "", by="bo@example.org", now=NOW)
    change_address(session, session.get_one(Organizer, bo), "bo@example.net")
    assert [one.made_by for one in pending_invitations(session)] == ["bo@example.net"]
    remove_member(session, bo, asked_by=ana)
    assert pending_invitations(session) == []


def all_at_once(*wishes):
    """Each in a unit of work of its own, and none before all have asked; what came of each."""
    with db.engine.connect() as first, ThreadPoolExecutor(1) as thread:
        first.exec_driver_sql("LOCK TABLE organizer IN EXCLUSIVE MODE")
        came = thread.submit(at_once, db.engine, len(wishes), lambda session, number: wishes[number](session))
        wait_until_they_wait(db.engine, len(wishes))
        first.rollback()
        return [type(one) for one in came.result()]


def test_of_two_admins_who_remove_each_other_at_once_one_stays(joins, names):
    ana, bo = joins("ana"), joins("bo")
    came = all_at_once(
        lambda session: remove_member(session, bo, asked_by=ana),
        lambda session: remove_member(session, ana, asked_by=bo),
    )
    assert (came.count(NotAdminError), len(names(TeamRole.ADMIN))) == (1, 1)


def test_of_three_admins_who_all_step_back_at_once_one_stays(joins, names):
    ids = [joins(name) for name in ("ana", "bo", "cy")]
    came = all_at_once(*[partial(steps_back, who=one) for one in ids])
    assert (came.count(LastAdminError), len(names(TeamRole.ADMIN))) == (1, 1)


def steps_back(session, who):
    return change_part(session, who, ORGANIZER, asked_by=who)


def test_of_two_whom_the_command_line_removes_at_once_one_stays(joins, names):
    ids = joins("ana"), joins("bo")
    came = all_at_once(*[partial(remove_member, organizer_id=one, asked_by=None) for one in ids])
    assert (came.count(LastAdminError), len(names(TeamRole.ADMIN))) == (1, 1)


def test_a_part_is_told_by_what_campaigns_are_called(session, campaign):
    viewer = Part(TeamRole.VIEWER, frozenset({campaign}))
    assert as_told(session, viewer) == {"role": "viewer", "campaigns": ["the Safe Communities Act"]}
    assert as_told(session, Part(TeamRole.ADMIN)) == {"role": "admin", "campaigns": "all"}
