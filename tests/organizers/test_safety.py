"""Safe mode and what is paused: one button stops all, one lets it go on, and each is written down."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from app.limits.holds.change import Held, hold
from models import AuditEvent, Hold, WhyHeld
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
