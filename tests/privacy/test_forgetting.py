"""What was kept for long enough is forgotten by the clock, and its keys with it."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import select, text, update

from app.calls.life.notes import note_text, sealed_note
from app.calls.life.status import move_call
from app.clock import beginning_of_day, eastern_day, utc_now
from app.extensions import given
from app.guard.keys.days import DayKeys
from app.guard.keys.folder import KeyOf, KeysFolder, Named
from app.limits.numbers import number_of
from app.privacy.forget.along import Along
from app.privacy.forget.job import Forgetting, forget
from app.privacy.forget.notes import forget_notes
from app.statistics.sealing import digest_of, is_sealed
from app.store.job_queue import defer
from app.store.unit import unit
from models import (
    OF_A_NOTE,
    Call,
    CallEvent,
    CallSource,
    CallStatus,
    CarrierEvent,
    EventSource,
    Feedback,
    FollowUp,
    LineDay,
    ReportedOutcome,
    Slot,
)
from models import ReportSource as Source
from tests.world.calls import a_call

NUMBER = "+16175550123"
A_MINUTE, AN_HOUR, A_DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def own(app, tmp_path):
    """Keys of this test's own, by a clock that it moves."""
    own = given()
    own.vault.days, before = DayKeys(KeysFolder(tmp_path, [b"w" * 32]), own.clock), own.vault.days
    yield own
    own.vault.days = before


@pytest.fixture
def forgets(session, own):
    """Let the job run so long after now."""

    @contextmanager
    def begin():
        with unit(session) as work:
            yield work

    def forgets(later):
        how = Forgetting(begin, own.vault, lambda: utc_now() + later, pause=lambda _: None)
        done = forget(how)
        session.expire_all()
        return done

    return forgets


@pytest.fixture
def over(session, own, campaign):
    """A call that is over."""
    call = a_call(session, own, campaign)
    move_call(session, call.id, CallStatus.CANCELED, source=EventSource.PAGE)
    session.commit()
    return call


def noted(session, own, call):
    note = sealed_note(own.vault, "They were kind.", "page")
    told = {"source": Source.PAGE, "outcome": ReportedOutcome.CONTACT, "note_sealed": note}
    session.add(Feedback(called_office_id=call.offices[0].id, **told))
    session.commit()


def test_a_number_is_kept_for_a_day_after_its_call_ended(over, own, forgets):
    forgets(23 * AN_HOUR)
    assert number_of(own.vault, over.phone_encrypted) == NUMBER
    assert forgets(A_DAY + A_MINUTE) == 1
    assert (over.phone_encrypted, over.phone_hash) == (None, None)


def test_a_number_that_is_still_to_be_rung_stays_with_its_key(session, own, campaign, forgets):
    call = a_call(session, own, campaign)
    forgets(10 * A_DAY)
    assert number_of(own.vault, call.phone_encrypted) == NUMBER


@pytest.mark.parametrize("what", [{"ring_at": utc_now(), "ring_until": utc_now()}, {"source": CallSource.HOTLINE}])
def test_an_agreed_call_and_one_of_the_hotline_keep_none_once_they_ended(session, over, forgets, what):
    session.execute(update(Call).values(**what))
    session.commit()
    forgets(A_MINUTE)
    assert (over.phone_encrypted, over.phone_hash) == (None, None)


def test_once_its_time_is_over_nobody_reads_it_in_yesterdays_copy(over, own, forgets):
    copy = over.phone_encrypted
    assert number_of(own.vault, copy) == NUMBER
    forgets(3 * A_DAY)
    assert number_of(own.vault, copy) is None
    assert own.vault.days.folder.names(KeyOf.NUMBERS) == []


def test_what_the_team_did_with_a_note_goes_with_it(session, own, over):
    noted(session, own, over)
    marks = {"read_at": utc_now(), "read_by": "ana@example.org", "tags": ["hearing"], "follow_up": FollowUp.NEEDED}
    session.execute(update(Feedback).values(marks))
    session.commit()
    assert forget_notes(session, utc_now() + 89 * A_DAY, Along()) == 0
    assert forget_notes(session, utc_now() + 92 * A_DAY, Along()) == 1
    kept = session.scalars(select(Feedback)).one()
    assert [getattr(kept, name) for name in OF_A_NOTE] == [None] * len(OF_A_NOTE)


def test_a_note_is_kept_for_90_days_and_nobody_reads_a_copy_afterwards(session, own, over, forgets):
    noted(session, own, over)
    copy = session.scalars(select(Feedback.note_sealed)).one()
    forgets(89 * A_DAY)
    assert note_text(own.vault, session.scalars(select(Feedback.note_sealed)).one()) == "They were kind."
    forgets(92 * A_DAY)
    assert note_text(own.vault, copy) == ""
    assert own.vault.days.folder.names(KeyOf.NOTES) == []


def test_after_30_days_a_town_is_its_county_and_a_time_its_day(session, over, forgets):
    session.add(CarrierEvent(call_id=over.id, kind="turn", key=1, name="script"))
    session.commit()
    forgets(29 * A_DAY)
    assert (over.town, session.scalars(select(CarrierEvent.name)).all()) == ("Holyoke", ["script"])
    forgets(31 * A_DAY)
    assert (over.town, session.scalars(select(CarrierEvent.name)).all()) == ("Hampden County", [])
    times = [over.created_at, over.ended_at, over.status_since, *session.scalars(select(CallEvent.at))]
    assert {(at.astimezone().minute, at.second, at.microsecond) for at in times} == {(0, 0, 0)}
    assert {eastern_day(at) for at in times} == {eastern_day(utc_now())}


def test_what_was_made_less_exact_is_so_once(over, forgets):
    assert forgets(31 * A_DAY) > 0
    assert forgets(32 * A_DAY) == 0
    assert over.town == "Hampden County"


@pytest.mark.parametrize("town", ["Nowhere at all", "", "Massachusetts"])
def test_a_place_that_is_no_town_of_ours_is_none(session, over, forgets, town):
    over.town = town
    session.commit()
    forgets(31 * A_DAY)
    assert over.town == ""


def test_after_90_days_a_call_is_gone_and_its_day_is_sealed(session, own, over, forgets):
    noted(session, own, over)
    day, call_id = eastern_day(over.created_at), over.id
    forgets(89 * A_DAY)
    assert session.get(Call, call_id)
    assert is_sealed(session, day)
    before = digest_of(session, day)
    forgets(91 * A_DAY)
    assert session.get(Call, call_id) is None
    assert (session.scalars(select(CallEvent.id)).all(), session.scalars(select(Feedback.id)).all()) == ([], [])
    assert digest_of(session, day) == before


def test_a_call_under_way_is_left_alone(session, own, campaign, forgets):
    call = a_call(session, own, campaign)
    forgets(40 * A_DAY)
    assert call.town == "Holyoke"


def test_many_are_forgotten_in_small_batches(session, own, over, forgets, monkeypatch):
    pauses = []
    forget(Forgetting(lambda: unit(session), own.vault, lambda: utc_now() + 40 * A_DAY, pauses.append))
    assert len(pauses) > 4  # one for its number, one for its town, and some for the seal of its day


def test_keys_of_other_days_stay(own, forgets):
    today = eastern_day(own.clock())
    for day in (today - 3 * A_DAY, today - A_DAY, today):
        own.vault.days.folder.make(KeyOf.NUMBERS, day)
    forgets(timedelta())
    assert own.vault.days.folder.names(KeyOf.NUMBERS) == [Named(today), Named(today - A_DAY)]


def test_a_job_that_failed_is_forgotten_after_a_month_and_one_that_waits_is_not(session, over, forgets):
    defer(session, "told", call_id=over.id)
    defer(session, "told", call_id=over.id + 1)
    failed = "UPDATE procrastinate_jobs SET status = 'failed' WHERE args @> CAST(:its AS jsonb)"
    session.execute(text(failed), {"its": f'{{"call_id": {over.id}}}'})
    session.commit()
    left = text("SELECT status FROM procrastinate_jobs WHERE task_name = 'told'")
    forgets(30 * A_DAY - A_MINUTE)
    assert sorted(session.scalars(left)) == ["failed", "todo"]
    forgets(30 * A_DAY + A_MINUTE)
    assert session.scalars(left).all() == ["todo"]


def test_slots_that_are_over_are_forgotten_two_days_later(session, own, forgets):
    session.add(Slot(e164="+16175550100", starts_at=utc_now(), taken=1))
    session.commit()
    forgets(2 * A_DAY - A_MINUTE)
    assert session.query(Slot).count() == 1
    forgets(2 * A_DAY + A_MINUTE)
    assert session.query(Slot).count() == 0


def test_a_line_tells_the_day_alone_once_its_calls_do(session, over, forgets):
    day = eastern_day(over.created_at)
    told = dict.fromkeys(("answered", "busy", "no_answer", "failed", "mailbox_full"), 1)
    session.add(LineDay(e164="+16175550100", day=day, last_tried=over.created_at, **told))
    session.commit()
    forgets(29 * A_DAY)
    assert session.scalars(select(LineDay.last_tried)).one() == over.created_at
    forgets(31 * A_DAY)
    assert session.scalars(select(LineDay.last_tried)).one() == beginning_of_day(over.created_at)
