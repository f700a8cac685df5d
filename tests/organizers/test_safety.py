"""Safe mode and what is paused: one button stops all, one lets it go on, and each is written down."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update

from app.limits.holds.by_key import SENTENCE, WITHOUT_KEY
from app.limits.holds.change import Held, hold
from app.limits.holds.restored import hold_restored
from models import AuditEvent, Hold, Organizer, TeamRole, WhyHeld
from tests.organizers.conftest import CSRF
from tests.world.one_unit import kept

PAGE, NOW = "/organizers/safety", datetime(2026, 11, 30, 17, tzinfo=UTC)


@pytest.fixture
def standing(session):
    def standing():
        session.rollback()
        return session.scalars(select(Hold).where(Hold.over_at.is_(None))).all()

    return standing


def test_safe_mode_is_switched_on_and_off(signed_in, session, standing):
    assert "Safe mode is on" in signed_in.follows(PAGE, f"{PAGE}/stop")
    (safe,) = standing()
    assert safe.by
    assert "Nothing was changed" in signed_in.follows(PAGE, f"{PAGE}/stop")
    assert "It goes on" in signed_in.follows(PAGE, f"{PAGE}/holds/{safe.id}/over")
    assert standing() == []
    assert "Nothing was changed" in signed_in.follows(PAGE, f"{PAGE}/holds/{safe.id}/over")
    subjects = session.scalars(select(AuditEvent.subject)).all()
    assert "safe mode" in subjects
    assert "what was paused: All campaigns" in subjects


def test_what_is_odd_is_told_with_its_reason_and_goes_on(signed_in, session, campaign, standing):
    what = Held(campaign, WhyHeld.SHORT_TALKS)
    kept(session, lambda work: hold(work.session, what, "6 of 11 calls were over at once.", NOW))
    page = signed_in.reads(PAGE)
    assert "Calls that end at once" in page
    assert "6 of 11 calls were over at once." in page
    assert "See what is paused" in signed_in.reads("/organizers/calls")
    signed_in.follows(PAGE, f"{PAGE}/holds/{standing()[0].id}/over")
    assert "See what is paused" not in signed_in.reads("/organizers/calls")


def test_all_together_may_have_a_budget(signed_in, session):
    page = signed_in.follows(PAGE, f"{PAGE}/budget", a_day="50", a_month="")
    assert "Saved" in page
    assert "0 % of $50.00" in page
    assert "Give it in US dollars" in signed_in.follows(PAGE, f"{PAGE}/budget", a_day="50 €", a_month="")


def test_a_restored_server_rings_nobody_until_an_admin_has_looked(signed_in, session, standing):
    kept(session, lambda work: hold_restored(work.session, "2026-11-29 03:00 UTC", NOW))
    page = signed_in.reads(PAGE)
    assert "Restored: nobody is rung" in page
    assert "a backup of 2026-11-29 03:00 UTC" in page
    (held,) = standing()
    session.execute(update(Organizer).values(role=TeamRole.ORGANIZER))
    session.commit()
    assert "An admin of the team lets it ring again" in signed_in.reads(PAGE)
    token = CSRF.search(signed_in.reads(PAGE))[1]
    assert signed_in.sends(f"{PAGE}/holds/{held.id}/over", csrf_token=token).status_code == 403
    session.execute(update(Organizer).values(role=TeamRole.ADMIN))
    session.commit()
    assert "It goes on" in signed_in.follows(PAGE, f"{PAGE}/holds/{held.id}/over")
    assert standing() == []


def test_where_the_do_not_call_key_does_not_fit_no_hand_lets_it_go_on(signed_in, session, standing):
    kept(session, lambda work: hold(work.session, WITHOUT_KEY, SENTENCE, NOW))
    page = signed_in.reads(PAGE)
    assert "The do-not-call key does not fit" in page
    assert "Let it go on" not in page
    assert "Nothing was changed" in signed_in.follows(PAGE, f"{PAGE}/holds/{standing()[0].id}/over")
    assert len(standing()) == 1
