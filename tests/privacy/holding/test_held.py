"""A legal hold keeps the calls of one campaign, and nobody else's number; once it is over, what is overdue is gone."""

import pytest
from sqlalchemy import select

from app.calls.forgetting.number import forget_number
from app.calls.life.notes import note_text
from app.clock import eastern_day, utc_now
from app.extensions import given
from app.guard.keys.folder import KeyOf, KeysFolder
from app.guard.keys.holds import HoldKeys, is_of_a_hold
from app.limits.numbers import number_of
from app.privacy.holding.change import Wanted, begin_hold, change_hold, standing_hold
from app.privacy.seized import what_if_seized
from app.readiness.server import NO_KEY_OF_A_HOLD, hold_checks
from app.statistics.sealing import digest_of, is_sealed, seal_some
from models import (
    TO_ITS_OWNER,
    AskedWhileHeld,
    AuditAct,
    AuditEvent,
    Call,
    CallStatus,
    CarrierEvent,
    Consent,
    LegalHold,
)
from tests.privacy.conftest import A_DAY, A_MINUTE, BY, NUMBER, OTHER, ends, finished, note_of
from tests.world.calls import a_call
from tests.world.one_unit import kept
from tests.world.people.crowd import at_once
from tests.world.people.taker import copy_of, finds


@pytest.mark.usefixtures("held")
def test_a_number_that_would_be_due_is_sealed_by_the_holds_own_key(over, own, forgets):
    forgets(A_DAY + A_MINUTE)
    assert is_of_a_hold(over.phone_encrypted)
    assert is_of_a_hold(over.phone_hash)
    assert number_of(own.vault, over.phone_encrypted) == NUMBER


@pytest.mark.usefixtures("held")
def test_before_it_is_due_it_stands_as_ever(over, forgets):
    forgets(A_MINUTE)
    assert not is_of_a_hold(over.phone_encrypted)


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize("source", TO_ITS_OWNER)
def test_of_whom_we_rang_alone_to_hear_what_they_want_it_keeps_no_number(over, session, forgets, source):
    over.source = source
    session.commit()
    forgets(A_DAY + A_MINUTE)
    assert (over.phone_encrypted, over.phone_hash) == (None, None)


@pytest.mark.usefixtures("held")
def test_the_keys_of_days_end_as_usual_so_nobody_elses_number_is_kept(own, over, forgets):
    forgets(3 * A_DAY)
    assert own.vault.days.folder.names(KeyOf.NUMBERS) == []
    forgets(92 * A_DAY)
    assert own.vault.days.folder.names(KeyOf.NOTES) == []


@pytest.mark.usefixtures("held")
def test_whatever_belongs_to_its_calls_stays(session, own, over, forgets):
    forgets(3 * A_DAY)
    forgets(150 * A_DAY)
    assert (over.town, over.is_coarse) == ("Holyoke", False)
    assert number_of(own.vault, over.phone_encrypted) == NUMBER
    assert note_text(own.vault, note_of(session)) == "They were kind."
    assert session.scalars(select(CarrierEvent.name)).all() == ["script"]
    assert session.scalars(select(Consent.call_id)).all() in ([], [over.id])


def test_other_campaigns_forget_as_ever(session, own, over, another_campaign, held, forgets):
    other = finished(session, own, another_campaign.id, OTHER)
    forgets(3 * A_DAY)
    assert (other.phone_encrypted, other.phone_hash) == (None, None)
    call_id = other.id
    forgets(92 * A_DAY)
    assert session.get(Call, call_id) is None


def test_once_it_is_over_the_next_run_forgets_what_is_overdue_and_its_key(session, own, over, held, forgets):
    forgets(2 * A_DAY)
    copy = over.phone_encrypted
    ends(session, held)
    forgets(2 * A_DAY)
    assert (over.phone_encrypted, over.phone_hash) == (None, None)
    assert own.vault.days.holds.names() == []
    assert number_of(own.vault, copy) is None
    assert note_text(own.vault, note_of(session)) == "They were kind."  # which is not due for long


def test_the_clock_ends_it_after_its_day_and_writes_that_down(session, own, over, held, forgets):
    forgets(150 * A_DAY)
    call_id = over.id
    forgets(202 * A_DAY)
    assert session.get(Call, call_id) is None
    assert (session.get_one(LegalHold, held.id).is_key_gone, own.vault.days.holds.names()) == (True, [])
    event = session.query(AuditEvent).filter_by(act=AuditAct.LEGAL_HOLD_ENDED).one()
    assert (event.who, event.campaign_id) == ("its date", held.campaign_id)


def test_statistics_equal_their_seals_while_it_lasts_and_afterwards(session, own, over, held, forgets):
    day = eastern_day(over.created_at)
    while kept(session, lambda work: seal_some(work.session, day, utc_now() + 2 * A_DAY)):
        pass
    before = digest_of(session, day)
    forgets(150 * A_DAY)
    assert digest_of(session, day) == before
    forgets(202 * A_DAY)
    assert (digest_of(session, day), is_sealed(session, day)) == (before, True)


def test_with_all_keys_of_the_later_day_a_copy_of_meanwhile_tells_nothing(session, own, over, held, forgets):
    forgets(3 * A_DAY)
    forgets(150 * A_DAY)
    copy = copy_of(session)
    assert finds(copy, own.vault, [NUMBER]) == {"call.phone_encrypted", "feedback.note_sealed"}
    forgets(202 * A_DAY)
    assert finds([*copy, *copy_of(session)], own.vault, [NUMBER]) == set()


def test_who_asks_to_be_forgotten_is_told_what_stays_and_is_so_once_it_is_over(session, own, over, held, forgets):
    done = kept(session, lambda work: forget_number(work.session, own.vault, NUMBER))
    assert [(it.campaign_id, it.calls, it.until) for it in done.held] == [(held.campaign_id, 1, held.until)]
    assert (done.calls, number_of(own.vault, over.phone_encrypted)) == (0, NUMBER)
    ends(session, held)
    forgets(A_MINUTE)
    assert (over.phone_encrypted, note_of(session)) == (None, None)
    assert session.scalars(select(AskedWhileHeld)).all() == []


@pytest.mark.usefixtures("held")
def test_they_are_found_long_after_the_marks_of_days_have_ended(session, own, over, forgets):
    forgets(40 * A_DAY)
    done = kept(session, lambda work: forget_number(work.session, own.vault, NUMBER))
    assert [it.calls for it in done.held] == [1]


@pytest.mark.usefixtures("held")
def test_a_call_that_was_to_be_rung_is_canceled_though_it_stays(session, own, campaign):
    call = a_call(session, own, campaign)
    done = kept(session, lambda work: forget_number(work.session, own.vault, NUMBER))
    session.expire_all()
    assert (done.canceled, call.status, bool(call.phone_encrypted)) == (1, CallStatus.CANCELED, True)


def test_a_campaign_is_in_one_hold_at_a_time(session, own, held):
    wanted = Wanted("Another.", held.until, BY)
    assert not begin_hold(session, own.vault.days.holds, held.campaign_id, wanted, utc_now())


def test_of_two_who_begin_at_once_one_does_and_no_key_of_the_other_is_left(session, own, campaign):
    keys, wanted = own.vault.days.holds, Wanted("A subpoena.", eastern_day(utc_now()) + 100 * A_DAY, BY)
    before = set(keys.names())
    session.rollback()
    came = at_once(session.get_bind(), 2, lambda there, _: begin_hold(there, keys, campaign, wanted, utc_now()))
    assert sorted(came) == [False, True]
    assert len(set(keys.names()) - before) == 1


def test_it_is_prolonged_and_never_shortened(session, held):
    assert not change_hold(session, held, Wanted(held.reason, held.until - A_DAY, BY))
    assert change_hold(session, held, Wanted(held.reason, held.until + A_DAY, BY))


def test_one_that_follows_takes_over_what_the_one_before_had_sealed(session, own, over, held, forgets):
    forgets(2 * A_DAY)
    ends(session, held)
    wanted = Wanted("Another.", held.until, BY)
    kept(session, lambda work: begin_hold(work.session, own.vault.days.holds, held.campaign_id, wanted, utc_now()))
    forgets(2 * A_DAY)
    assert own.vault.days.holds.names() == [standing_hold(session, held.campaign_id).key_name]
    assert number_of(own.vault, over.phone_encrypted) == NUMBER


def test_while_its_key_is_missing_the_keys_of_days_stay_and_nothing_is_lost(session, own, over, held, forgets):
    own.vault.days.holds.destroy(held.key_name)
    forgets(3 * A_DAY)
    assert number_of(own.vault, over.phone_encrypted) == NUMBER
    forgets(92 * A_DAY)
    assert note_text(own.vault, note_of(session)) == "They were kind."


def test_the_doctor_and_the_command_say_where_a_key_is_missing(app, session, held):
    runner, keys = app.test_cli_runner(), HoldKeys(KeysFolder(given().settings.keys_folder, [b"w" * 32]))
    assert not keys.is_there(held.key_name)  # it lies where this test has its keys
    assert list(hold_checks(session, given().settings)) == [NO_KEY_OF_A_HOLD]
    assert f"until {held.until}" in runner.invoke(args=["privacy", "holds"]).output


def test_what_a_taker_learns_of_it_is_told_apart(session, own, held, over, forgets):
    forgets(3 * A_DAY)
    learned = {one.what: one for one in what_if_seized(session, own.vault.days.folder)}
    assert learned["of these, numbers that a legal hold keeps"].how_many == 1
    assert learned["of these, notes that a legal hold keeps"].how_many == 0
    assert learned["numbers of supporters"].readable == 1
