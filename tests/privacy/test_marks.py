"""Who is known is so by the key of a day, which ends: every limit holds over midnight, and nobody reads a copy then."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.calls.forgetting.number import forget_number
from app.calls.later.book import Wish, book
from app.clock import utc_now
from app.extensions import given
from app.guard.keys.days import DayKeys
from app.guard.keys.folder import KeyOf, KeysFolder
from app.limits.errors import RangInVain, TooManyCalls
from app.limits.rate import Limit, admit
from app.privacy.brought_forward import bring_forward
from app.privacy.forget.job import Forgetting, forget
from app.privacy.forget.keys import destroy_keys
from app.privacy.forget.marks import mark_anew
from app.store.unit import unit
from models import Call, CallStatus, Concerns, Limited, NumberRung, PlacingPause, RateLimit
from tests.world.calls import a_call, rings
from tests.world.one_unit import kept

NUMBER, OTHER = "+16175550123", "+16175550124"
A_DAY, AN_HOUR, A_MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
TWICE = Limit(Limited.FORGETTING, at_most=2, window=30 * A_DAY)


class Days(DayKeys):
    """Keys by a clock that a test moves."""

    later = timedelta()

    def __init__(self, folder):
        super().__init__(folder, lambda: utc_now() + self.later)


@pytest.fixture
def own(app, tmp_path):
    """What the app was given, with keys of this test's own."""
    own = given()
    own.vault.days, before = Days(KeysFolder(tmp_path, [b"w" * 32])), own.vault.days
    yield own
    own.vault.days = before


@pytest.fixture
def tomorrow(session, own):
    """It is another day; the job that forgets ran since, or not yet."""

    def tomorrow(*, ran=True, days=1):
        own.vault.days.later = days * A_DAY
        if ran:
            forget(Forgetting(lambda: unit(session), own.vault, own.vault.days.now, pause=lambda _: None))
        session.expire_all()

    return tomorrow


def rang(session, own, campaign, times=1, phone=NUMBER):
    for _ in range(times):
        rings(session, a_call(session, own, campaign, phone=phone), utc_now())


@pytest.mark.parametrize("ran", [True, False])
def test_a_number_that_rang_as_often_as_it_may_is_known_the_next_day(session, own, campaign, tomorrow, ran):
    rang(session, own, campaign, times=2)
    tomorrow(ran=ran)
    with pytest.raises((TooManyCalls, RangInVain)):
        a_call(session, own, campaign)
    assert a_call(session, own, campaign, phone=OTHER)


def test_it_stands_there_by_the_key_of_today_alone(session, own, campaign, tomorrow):
    rang(session, own, campaign)
    before = session.scalars(select(NumberRung.phone_hash)).one()
    tomorrow()
    marks = own.vault.marks(NUMBER)
    assert session.scalars(select(NumberRung.phone_hash)).all() == [marks.today]
    assert before != marks.today


def test_once_its_key_is_destroyed_a_copy_of_before_tells_nobody_whose_it_is(session, own, campaign, tomorrow):
    rang(session, own, campaign)
    copy = session.scalars(select(NumberRung.phone_hash)).one()
    tomorrow(days=3)
    assert copy not in own.vault.marks(NUMBER).held
    assert own.vault.days.marked_today(copy, KeyOf.RINGS) is None
    assert session.scalars(select(NumberRung.phone_hash)).all() == [own.vault.marks(NUMBER).today]


def test_who_rang_once_more_before_that_is_one_with_their_rings_of_before(session, own, campaign, tomorrow):
    rang(session, own, campaign)
    session.execute(update(NumberRung).values(rang=[utc_now() - A_DAY]))
    session.commit()
    tomorrow(ran=False)
    rang(session, own, campaign)
    assert len(session.scalars(select(NumberRung)).all()) == 2
    tomorrow()
    (row,) = session.scalars(select(NumberRung))
    assert (len(row.rang), row.in_vain, row.rang == sorted(row.rang, reverse=True)) == (2, 2, True)


@pytest.mark.parametrize("ran", [True, False])
def test_a_limit_of_a_month_holds_on_the_next_day(session, own, tomorrow, ran):
    asks = lambda: kept(session, lambda work: admit(work.session, own.vault, TWICE, NUMBER, now=utc_now()))  # noqa: E731
    assert [asks(), asks()] == [True, True]
    tomorrow(ran=ran)
    assert not asks()


def test_what_was_done_on_both_sides_of_midnight_counts_together(session, own, tomorrow):
    asks = lambda: kept(session, lambda work: admit(work.session, own.vault, TWICE, NUMBER, now=utc_now()))  # noqa: E731
    asks()
    tomorrow(ran=False)
    asks()
    tomorrow()
    assert not asks()
    assert len(session.scalars(select(RateLimit)).all()) == 1


def test_a_call_that_was_agreed_on_is_known_by_today(session, own, campaign, tomorrow):
    call = a_call(session, own, campaign, ring_from=utc_now() + 5 * A_DAY)
    tomorrow(days=3)
    assert call.phone_hash == own.vault.marks(NUMBER).today
    assert kept(session, lambda work: forget_number(work.session, own.vault, NUMBER)).canceled == 1


def test_who_agreed_before_midnight_agrees_on_no_second_time_after_it(session, own, campaign, tomorrow):
    agreed = a_call(session, own, campaign, ring_from=utc_now() + 5 * A_DAY)
    dialed_in = a_call(session, own, campaign, phone=OTHER)
    session.execute(update(Call).where(Call.id == dialed_in.id).values(phone_encrypted=None, phone_hash=None))
    session.commit()
    tomorrow(ran=False)
    wish = Wish(own.vault.days.now() + 5 * A_DAY, own.vault.days.now(), "keypad", NUMBER, keeps_hours=False)
    booking = kept(session, lambda work: book(work.session, own.vault, dialed_in.id, 0, wish))
    assert booking.call_id == agreed.id


def test_a_number_that_is_agreed_on_twice_keeps_nobody_else_from_being_known(session, own, campaign, tomorrow):
    """As two databases that were made one might have it."""
    first = a_call(session, own, campaign, ring_from=utc_now() + 5 * A_DAY)
    before = first.phone_hash
    tomorrow(ran=False)
    session.execute(update(Call).where(Call.id == first.id).values(phone_hash=own.vault.marks(NUMBER).today))
    session.commit()
    second = a_call(session, own, campaign, phone=OTHER, ring_from=utc_now() + 5 * A_DAY)
    third = a_call(session, own, campaign, phone="+16175550125", ring_from=utc_now() + 5 * A_DAY)
    session.execute(update(Call).where(Call.id == second.id).values(phone_hash=before))
    session.commit()
    tomorrow(days=2)
    assert third.phone_hash == own.vault.marks("+16175550125").today


def test_whoever_was_forgotten_is_so_in_a_copy_of_days_before(session, own, campaign, tomorrow):
    """Somebody else of that day keeps its key for numbers: so the copy's number is readable, and must be found."""
    theirs = a_call(session, own, campaign, ring_from=utc_now() + 5 * A_DAY)
    a_call(session, own, campaign, phone=OTHER, ring_from=utc_now() + 5 * A_DAY)
    copy = session.execute(select(Call.phone_encrypted, Call.phone_hash).where(Call.id == theirs.id)).one()._asdict()
    tomorrow(days=3)
    kept(session, lambda work: forget_number(work.session, own.vault, NUMBER))
    restored = copy | {"status": CallStatus.SCHEDULED, "ended_at": None}
    session.execute(update(Call).where(Call.id == theirs.id).values(restored))
    session.commit()
    kept(session, lambda work: bring_forward(work.session, own.vault, own.vault.days.now()))
    session.expire_all()
    assert (theirs.phone_encrypted, theirs.status) == (None, CallStatus.CANCELED)


def test_who_is_forgotten_just_after_midnight_is_so_by_the_mark_of_before(session, own, campaign, tomorrow):
    call = a_call(session, own, campaign)
    tomorrow(ran=False)
    kept(session, lambda work: forget_number(work.session, own.vault, NUMBER))
    assert session.get_one(Call, call.id, populate_existing=True).phone_hash is None
    (forgotten,) = own.vault.journal.standing(utc_now()).forgotten
    assert forgotten.marks == own.vault.marks(NUMBER).held


def test_a_number_that_the_carrier_refuses_is_so_the_next_day(session, own, campaign, tomorrow):
    mark = own.vault.marks(NUMBER).today.hex()
    session.add(PlacingPause(concerns=Concerns.NUMBER, about=mark, code=1, misses=1, since=utc_now(), until=None))
    session.commit()
    tomorrow()
    assert session.scalars(select(PlacingPause.about)).all() == [own.vault.marks(NUMBER).today.hex()]


def test_marks_of_before_days_had_keys_become_those_of_today(session, own, campaign):
    of_before = own.vault._digest(NUMBER, "call.phone")  # noqa: SLF001 - as the program of before wrote it
    session.add(NumberRung(phone_hash=of_before, rang=[utc_now()] * 2, in_vain=2, over_at=utc_now() + A_DAY))
    session.commit()
    assert kept(session, lambda work: mark_anew(work.session, own.vault.days)) == 1
    with pytest.raises((TooManyCalls, RangInVain)):
        a_call(session, own, campaign)
    assert kept(session, lambda work: mark_anew(work.session, own.vault.days)) == 0


def test_of_whom_the_key_was_lost_nothing_is_left(session, own, campaign):
    call = a_call(session, own, campaign)
    session.add(NumberRung(phone_hash=call.phone_hash, rang=[utc_now()], in_vain=1, over_at=utc_now() + A_DAY))
    session.commit()
    own.vault.days.later = A_DAY
    own.vault.days.destroy(KeyOf.RINGS, min(name.day for name in own.vault.days.folder.names(KeyOf.RINGS)))
    kept(session, lambda work: mark_anew(work.session, own.vault.days))
    assert session.scalars(select(NumberRung)).all() == []
    assert session.get_one(Call, call.id, populate_existing=True).phone_hash is None


def test_keys_of_limits_end_with_the_night(session, own):
    own.vault.marks("somebody", purpose="visitor", of=KeyOf.LIMITS)
    destroy_keys(session, own.vault.days, utc_now() + 2 * A_DAY)
    assert own.vault.days.folder.names(KeyOf.LIMITS) == []


def test_where_no_key_of_today_can_be_made_it_is_left_for_another_time(session, own, campaign, tmp_path):
    rang(session, own, campaign)
    own.vault.days.later = A_DAY
    own.vault.days.folder.path = tmp_path / "numbers" / "no folder"
    (tmp_path / "numbers" / "no folder").write_text("")
    assert mark_anew(session, own.vault.days) == 0
