"""Links by which somebody joins: once, in time, and only as what was offered."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app.store.db import db
from app.team.addresses import AddressTakenError
from app.team.create import create_organizer
from app.team.invitations.first_admin import HasAdminError, first_admin_key
from app.team.invitations.inviting import (
    invite,
    invite_anew,
    key_to_send,
    pending_invitations,
    withdraw,
)
from app.team.invitations.joining import LinkIs, LinkOverError, invited, join
from app.team.people.members import member
from app.team.people.parts import Part
from models import Invitation, TeamRole
from tests.team.conftest import PASSWORD
from tests.world.people.crowd import at_once

NOW = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
A_SECOND = timedelta(seconds=1)
VIEWER = Part(TeamRole.VIEWER)
ANA, BO = "ana@example.org", "bo@example.org"


@pytest.fixture
def offered(session):
    """Makes an invitation, and returns its key."""

    def offered(email: str = "", part: Part = VIEWER) -> str:
        key = invite(session, part, email, by=ANA, now=NOW)
        session.commit()
        return key

    return offered


@pytest.fixture
def first(session):
    """The key of a link for the first admin."""
    key = first_admin_key(session, NOW)
    session.commit()
    return key


def test_whoever_joins_is_what_was_offered(session, offered, campaign):
    part = Part(TeamRole.ORGANIZER, frozenset({campaign}))
    joined = join(session, offered(BO, part), "", PASSWORD, now=NOW)
    assert (joined.email, member(session, joined.id).part) == (BO, part)


def test_where_no_address_was_named_they_give_their_own(session, offered):
    assert join(session, offered(), "cy@example.org", PASSWORD, now=NOW).email == "cy@example.org"


def test_where_one_was_named_no_other_counts(session, offered):
    assert join(session, offered(BO), "cy@example.org", PASSWORD, now=NOW).email == BO


def test_nothing_of_the_link_is_kept_but_a_hash(session, offered):
    key = offered()
    kept = session.execute(select(Invitation.__table__)).mappings().one()
    assert key not in repr(dict(kept))


def test_a_link_lets_in_once(session, offered):
    key = offered()
    join(session, key, BO, PASSWORD, now=NOW)
    assert invited(session, key, NOW).link is LinkIs.USED
    with pytest.raises(LinkOverError):
        join(session, key, "cy@example.org", PASSWORD, now=NOW)


def test_of_five_who_use_a_link_at_once_one_gets_in(app, offered):
    key = offered()

    def use(session, number):
        with app.app_context():
            return join(session, key, f"{number}@example.org", PASSWORD, now=NOW).id

    came = at_once(db.engine, 5, use)
    assert [type(one) for one in came if not isinstance(one, int)] == [LinkOverError] * 4


@pytest.mark.parametrize(("late", "link"), [(-A_SECOND, LinkIs.OPEN), (A_SECOND, LinkIs.EXPIRED)])
def test_a_link_is_good_for_a_week(session, offered, late, link):
    assert invited(session, offered(), NOW + timedelta(days=7) + late).link is link


def test_nobody_joins_after_a_week(session, offered):
    key = offered()
    with pytest.raises(LinkOverError):
        join(session, key, BO, PASSWORD, now=NOW + timedelta(days=7))


def test_a_link_that_nobody_made_is_unknown(session):
    assert invited(session, "made-up", NOW).link is LinkIs.UNKNOWN
    with pytest.raises(LinkOverError):
        join(session, "made-up", BO, PASSWORD, now=NOW)


def test_an_invitation_that_is_withdrawn_lets_nobody_in(session, offered):
    key = offered(BO)
    assert withdraw(session, session.query(Invitation).one().id).email == BO
    assert invited(session, key, NOW).link is LinkIs.UNKNOWN


def test_an_invitation_that_was_used_cannot_be_withdrawn(session, offered):
    join(session, offered(), BO, PASSWORD, now=NOW)
    used = session.query(Invitation).one().id
    anew = invite_anew(session, used, by=ANA, now=NOW)
    assert (withdraw(session, used), anew, key_to_send(session, used)) == (None, None, None)


def test_a_new_link_voids_the_one_before_and_lasts_another_week(session, offered):
    lost, tomorrow = offered(BO), NOW + timedelta(days=1)
    found = invite_anew(session, session.query(Invitation).one().id, by=ANA, now=tomorrow)
    assert invited(session, lost, NOW).link is LinkIs.UNKNOWN
    assert invited(session, found, tomorrow + timedelta(days=7) - A_SECOND).link is LinkIs.OPEN


def test_a_new_link_is_of_whoever_made_it(session, offered):
    offered(BO)
    invite_anew(session, session.query(Invitation).one().id, by=BO, now=NOW)
    assert pending_invitations(session)[0].made_by == BO


def test_a_letter_has_a_key_of_its_own_and_no_more_time(session, offered):
    offered(BO)
    sent = key_to_send(session, session.query(Invitation).one().id)
    assert invited(session, sent, NOW + timedelta(days=7) - A_SECOND).link is LinkIs.OPEN
    assert invited(session, sent, NOW + timedelta(days=7)).link is LinkIs.EXPIRED


def test_a_letter_that_is_due_is_not_sent_once_a_link_was_made_by_hand(session, offered):
    offered(BO)
    due = session.query(Invitation).one().id
    by_hand = invite_anew(session, due, by=ANA, now=NOW)
    assert key_to_send(session, due) is None
    assert invited(session, by_hand, NOW).link is LinkIs.OPEN


def test_an_address_is_invited_once_at_a_time(session, offered):
    before, _now = offered(BO), offered(BO)
    assert [one.email for one in pending_invitations(session)] == [BO]
    assert invited(session, before, NOW).link is LinkIs.UNKNOWN


def test_whoever_is_in_the_team_is_not_invited(joins, offered):
    joins("bo")
    with pytest.raises(AddressTakenError):
        offered(BO)


def test_nobody_joins_with_the_address_of_another(session, joins, offered):
    key = offered()
    joins("bo")
    with pytest.raises(AddressTakenError):
        join(session, key, BO, "another long password", now=NOW)


def test_of_two_who_join_with_one_address_at_once_one_gets_in(app, offered):
    keys = offered(), offered()

    def use(session, number):
        with app.app_context():
            return join(session, keys[number], BO, PASSWORD, now=NOW).id

    came = at_once(db.engine, 2, use)
    assert [type(one) for one in came if not isinstance(one, int)] == [AddressTakenError]


def test_what_is_long_over_is_forgotten(session, offered):
    key = offered()
    invite(session, VIEWER, "", by=ANA, now=NOW + timedelta(days=38))
    assert invited(session, key, NOW).link is LinkIs.UNKNOWN


def test_the_first_admin_joins_by_a_link_that_nobody_made(session, first):
    assert invited(session, first, NOW).by == ""
    assert join(session, first, ANA, PASSWORD, now=NOW).role is TeamRole.ADMIN


def test_the_first_admins_link_is_good_for_an_hour(session, first):
    assert invited(session, first, NOW + timedelta(hours=1) - A_SECOND).link is LinkIs.OPEN
    assert invited(session, first, NOW + timedelta(hours=1)).link is LinkIs.EXPIRED


def test_a_newer_link_for_the_first_admin_voids_an_older(session, first):
    first_admin_key(session, NOW)
    assert invited(session, first, NOW).link is LinkIs.UNKNOWN


def test_where_an_admin_is_there_nobody_becomes_the_first(session, first, joins):
    joins("bo")
    assert invited(session, first, NOW).link is LinkIs.USED
    with pytest.raises(LinkOverError):
        join(session, first, ANA, PASSWORD, now=NOW)
    with pytest.raises(HasAdminError):
        first_admin_key(session, NOW)


def test_an_organizer_is_no_admin(session, joins):
    joins("bo", TeamRole.ORGANIZER)
    assert first_admin_key(session, NOW)


def test_the_first_admins_link_is_no_invitation_of_the_team(session, first):
    made = session.query(Invitation).one().id
    assert (pending_invitations(session), withdraw(session, made), key_to_send(session, made)) == ([], None, None)


def test_an_address_is_the_same_in_capitals(session, offered):
    create_organizer(session, "Bo@Example.org", PASSWORD, role=TeamRole.VIEWER)
    with pytest.raises(AddressTakenError):
        join(session, offered(), BO, PASSWORD, now=NOW)
