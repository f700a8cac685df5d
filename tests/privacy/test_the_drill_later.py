"""The drill once its time is over: a copy of before, with all keys of the later day, tells of nobody. And what tells it
that it would notice: each rule that is taken away lets somebody be found.
"""

from datetime import timedelta

import pytest

from app.calls.begin.typed import forget_typed
from app.clock import utc_now
from app.extensions import given
from app.guard.keys.days import DayKeys
from app.guard.keys.folder import KeyOf, KeysFolder
from app.limits.rate import Limit, admit, forget_what_is_over
from app.limits.rings.number import forget_rings
from app.privacy.forget import job
from app.privacy.forget.keys import LIVES
from app.privacy.forget.numbers import forget_numbers
from app.store.unit import unit
from models import Call, Feedback, Limited, ReportedOutcome, ReportSource
from tests.world.calls import rings
from tests.world.one_unit import kept
from tests.world.people.supporter import Supporter
from tests.world.people.taker import copy_of, finds

NUMBER, ADDRESS = "+16175550123", "127.0.0.1"
A_DAY = timedelta(days=1)
ONCE = Limit(Limited.FORGETTING_VISITOR, at_most=1)
OF_NUMBERS = {"call.phone_encrypted", "call.phone_hash", "number_rung.phone_hash"}


@pytest.fixture
def own(app, tmp_path):
    """What the app was given, with keys of this test's own."""
    own = given()
    own.vault.days, before = DayKeys(KeysFolder(tmp_path, [b"w" * 32]), utc_now), own.vault.days
    yield own
    own.vault.days = before


@pytest.fixture
def copy(client, session, own, campaign):
    """A copy of the database after somebody came by all ways in which something of them is kept."""
    Supporter(client).asks_to_be_called(phone=NUMBER)
    call = session.query(Call).one()
    note = own.vault.days.seal("They were kind.", KeyOf.NOTES, purpose="feedback.note")
    told = {"source": ReportSource.PAGE, "outcome": ReportedOutcome.CONTACT, "note_sealed": note}
    session.add(Feedback(called_office_id=call.offices[0].id, **told))
    session.commit()
    rings(session, call, utc_now())
    kept(session, lambda work: admit(work.session, own.vault, ONCE, ADDRESS, now=utc_now()))
    Supporter(client).asks_to_be_called(phone=NUMBER, town="nowhere at all")
    return copy_of(session)


@pytest.fixture
def after(session, own):
    """So long after that, in which the job that forgets came by each day."""

    def after(days):
        for day in range(days + 1):
            own.vault.days = DayKeys(own.vault.days.folder, lambda later=day * A_DAY: utc_now() + later)
            clock, pause = own.vault.days.now, lambda _: None
            job.forget(job.Forgetting(lambda: unit(session), own.vault, clock, pause))

    return after


def test_while_it_is_needed_all_of_it_can_be_read_with_the_keys(copy, own):
    found = finds(copy, own.vault, [NUMBER, ADDRESS])
    assert found >= {*OF_NUMBERS, "feedback.note_sealed", "typed_form.form_sealed", "rate_limit.who_hash"}


def test_three_days_later_a_copy_tells_no_number_and_no_address(copy, own, after):
    after(3)
    assert finds(copy, own.vault, [NUMBER, ADDRESS]) == {"feedback.note_sealed"}


def test_after_a_quarter_it_tells_nothing_at_all_and_neither_does_the_database(copy, session, own, after):
    after(3)
    own.vault.days = DayKeys(own.vault.days.folder, lambda: utc_now() + 92 * A_DAY)
    for sweep in (forget_rings, forget_what_is_over, forget_typed):  # of limits and pages: jobs of their own
        sweep(session, own.vault.days.now())
    job.forget(job.Forgetting(lambda: unit(session), own.vault, own.vault.days.now, lambda _: None))
    assert finds([*copy, *copy_of(session)], own.vault, [NUMBER, ADDRESS]) == set()


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (KeyOf.NUMBERS, {"call.phone_encrypted"}),
        (KeyOf.RINGS, {"call.phone_hash", "number_rung.phone_hash"}),
        (KeyOf.PAGES, {"typed_form.form_sealed"}),
        (KeyOf.LIMITS, {"rate_limit.who_hash"}),
    ],
)
def test_without_the_rule_that_ends_a_key_somebody_is_found(copy, own, after, monkeypatch, rule, found):
    monkeypatch.delitem(LIVES, rule)
    after(3)
    assert finds(copy, own.vault, [NUMBER, ADDRESS]) >= found


def test_without_the_rule_that_forgets_numbers_one_is_found_in_the_database(copy, session, own, after, monkeypatch):
    monkeypatch.setattr(job, "STEPS", [step for step in job.STEPS if step is not forget_numbers])
    after(3)
    assert "call.phone_encrypted" in finds(copy_of(session), own.vault, [NUMBER])


def test_without_marks_anew_a_number_that_rang_is_lost_rather_than_found(copy, session, own, after, monkeypatch):
    monkeypatch.setattr(job, "mark_anew", lambda *_: 0)
    after(3)
    assert finds([*copy, *copy_of(session)], own.vault, [NUMBER]) & OF_NUMBERS == set()
