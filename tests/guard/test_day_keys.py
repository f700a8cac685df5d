"""What is sealed by the key of a day is readable until that is destroyed, and by nobody afterwards."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest

from app.guard.keys.days import DayKeys
from app.guard.keys.folder import KeyOf, KeysFolder, Named
from app.guard.keys.wrapping import WrappedBy, wrap_anew, wrapped_by

OLD, NEW = b"o" * 32, b"n" * 32
NUMBER, NOON = "+16175550123", datetime(2026, 11, 29, 17, tzinfo=UTC)
TODAY, A_DAY = date(2026, 11, 29), timedelta(days=1)


@pytest.fixture
def days(tmp_path):
    return lambda now=NOON, wrapping=(NEW,): DayKeys(KeysFolder(tmp_path, wrapping), lambda: now)


def sealed(days, text=NUMBER):
    return days.seal(text, KeyOf.NUMBERS, purpose="phone")


def opened(days, it, of=KeyOf.NUMBERS, purpose="phone"):
    return days.open(it, of, purpose=purpose)


def test_what_was_sealed_can_be_read_by_another_program_and_another_day(days):
    assert opened(days(NOON + A_DAY), sealed(days())) == NUMBER


def test_no_digit_shows_and_nothing_looks_the_same_twice(days):
    assert b"5550123" not in sealed(days())
    assert sealed(days()) != sealed(days())


@pytest.mark.parametrize(("of", "purpose"), [(KeyOf.NOTES, "phone"), (KeyOf.NUMBERS, "note")])
def test_for_another_kind_or_purpose_it_cannot_be_read(days, of, purpose):
    assert opened(days(), sealed(days()), of, purpose) is None


@pytest.mark.parametrize("place", range(42))
def test_one_altered_bit_is_noticed(days, place):
    altered = bytearray(sealed(days()))
    altered[place] ^= 1
    assert opened(days(), bytes(altered)) is None


@pytest.mark.parametrize("stored", [b"", b"\0", b"\xff" * 3, b"\xff" * 40])
def test_what_was_never_sealed_is_nothing(days, stored):
    assert opened(days(), stored) is None


def test_once_the_key_of_its_day_is_destroyed_it_is_gone_for_every_program(days):
    here, elsewhere, it = days(), days(), sealed(days())
    assert opened(elsewhere, it) == NUMBER
    assert here.destroy(KeyOf.NUMBERS, TODAY) == 1
    assert (opened(here, it), opened(elsewhere, it)) == (None, None)


def test_other_days_and_other_kinds_stay(days):
    tomorrow, note = sealed(days(NOON + A_DAY)), days().seal("Kind.", KeyOf.NOTES, purpose="note")
    sealed(days())
    days().destroy(KeyOf.NUMBERS, TODAY)
    assert opened(days(), tomorrow) == NUMBER
    assert opened(days(), note, KeyOf.NOTES, "note") == "Kind."


def test_the_day_is_that_of_massachusetts(days, tmp_path):
    sealed(days(datetime(2026, 11, 30, 4, 59, tzinfo=UTC)))
    assert KeysFolder(tmp_path, [NEW]).names(KeyOf.NUMBERS) == [Named(TODAY)]


def test_programs_that_begin_a_day_at_once_share_its_key(days, tmp_path):
    told, begin = [], Barrier(8)

    def seals():
        begin.wait()
        told.append(sealed(days()))

    threads = [Thread(target=seals) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [opened(days(), it) for it in told] == [NUMBER] * 8
    assert len(KeysFolder(tmp_path, [NEW]).names(KeyOf.NUMBERS)) == 1


def test_a_new_wrapping_key_takes_over_while_everything_stays_readable(days):
    it = sealed(days(wrapping=[OLD]))
    assert opened(days(wrapping=[NEW, OLD]), it) == NUMBER  # which wraps it anew
    assert opened(days(wrapping=[NEW]), it) == NUMBER


def test_every_key_is_wrapped_anew_though_nobody_reads_it(days, tmp_path):
    note, it = days(wrapping=[OLD]).seal("Kind.", KeyOf.NOTES, purpose="note"), sealed(days(wrapping=[OLD]))
    hold = days(wrapping=[OLD]).holds.make()
    folder = KeysFolder(tmp_path, [NEW, OLD])
    assert wrapped_by(folder) == WrappedBy(older=3, none=0)
    wrap_anew(folder)
    assert wrapped_by(KeysFolder(tmp_path, [NEW])) == WrappedBy(older=0, none=0)
    after = days(wrapping=[NEW])
    assert (opened(after, it), opened(after, note, KeyOf.NOTES, "note")) == (NUMBER, "Kind.")
    assert after.holds.is_there(hold)


def test_what_the_old_key_wrapped_is_nowhere_any_more(days, tmp_path):
    sealed(days(wrapping=[OLD]))
    key = tmp_path / "numbers" / f"{TODAY}.key"
    of_before = tmp_path / "of before"
    of_before.hardlink_to(key)  # the place on the disk
    wrap_anew(KeysFolder(tmp_path, [NEW, OLD]))
    assert set(of_before.read_bytes()) == {0}
    assert [file.name for file in key.parent.iterdir()] == [key.name]


def test_a_key_that_is_destroyed_at_that_very_moment_does_not_come_back(days, tmp_path, monkeypatch):
    sealed(days(wrapping=[OLD]))
    others, on_the_disk = iter([KeysFolder(tmp_path, [OLD])]), os.fsync

    def destroyed_meanwhile(file):
        for other in others:
            other.destroy(KeyOf.NUMBERS, TODAY)
        on_the_disk(file)

    monkeypatch.setattr(os, "fsync", destroyed_meanwhile)
    wrap_anew(KeysFolder(tmp_path, [NEW, OLD]))
    assert list((tmp_path / "numbers").iterdir()) == []


def test_what_no_key_unwraps_is_counted_and_left(days, tmp_path):
    it = sealed(days(wrapping=[OLD]))
    wrap_anew(KeysFolder(tmp_path, [NEW]))
    assert wrapped_by(KeysFolder(tmp_path, [NEW])) == WrappedBy(older=0, none=1)
    assert opened(days(wrapping=[OLD]), it) == NUMBER


def test_without_the_wrapping_key_nothing_is_read_and_the_day_goes_on(days):
    it = sealed(days(wrapping=[OLD]))
    later = sealed(days(wrapping=[NEW]))
    assert (opened(days(wrapping=[NEW]), it), opened(days(wrapping=[NEW]), later)) == (None, NUMBER)
    assert opened(days(wrapping=[OLD]), it) == NUMBER  # whoever has it still can


def test_what_a_killed_program_left_half_written_is_destroyed_an_hour_later(days, tmp_path):
    it = sealed(days())
    key = tmp_path / "numbers" / f"{TODAY}.key"
    half_written, made = key.with_name(".0123456789abcdef"), key.with_name(".fedcba9876543210")
    half_written.write_bytes(key.read_bytes())  # killed before it was renamed,
    made.hardlink_to(key)  # and before its other name was let go
    folder, now = KeysFolder(tmp_path, [NEW]), datetime.now(UTC)
    folder.tidy(now)
    assert half_written.exists()
    assert made.exists()
    folder.tidy(now + timedelta(hours=2))
    assert [file.name for file in key.parent.iterdir()] == [key.name]
    assert opened(days(), it) == NUMBER


def test_a_key_in_the_place_of_another_is_none(days, tmp_path):
    it = sealed(days())
    (tmp_path / "numbers" / f"{TODAY}.key").rename(tmp_path / "numbers" / "2026-11-28.key")
    assert opened(days(), it) is None


def test_nobody_else_may_read_the_files(days, tmp_path):
    sealed(days())
    assert (tmp_path / "numbers").stat().st_mode & 0o77 == 0
    assert next((tmp_path / "numbers").iterdir()).stat().st_mode & 0o77 == 0


def test_what_is_sealed_alike_is_the_same_while_its_words_are(days):
    seal = lambda text, page: days().seal(text, KeyOf.NOTES, purpose="note", alike=page)  # noqa: E731
    assert seal("Kind.", "page") == seal("Kind.", "page")
    assert len({seal("Kind.", "page"), seal("Kind!", "page"), seal("Kind.", "other"), seal(".", "pageKind")}) == 4


DIGEST = bytes(range(32))


def test_somebody_is_known_under_every_key_that_is_held(days):
    before = days(NOON - A_DAY).marks(DIGEST, KeyOf.RINGS)
    now = days().marks(DIGEST, KeyOf.RINGS)
    assert now.today != before.today
    assert now.held == (now.today, before.today)
    assert days().marks(DIGEST, KeyOf.RINGS) == now


def test_many_who_are_looked_for_at_once_are_each_known_by_their_own(days):
    ours, digests = days(), [bytes([nth]) * 32 for nth in range(50)]
    alone = [ours.marks(digest, KeyOf.RINGS) for digest in digests]
    with ThreadPoolExecutor(8) as threads:
        at_once = [list(threads.map(lambda it: ours.marks(it, KeyOf.RINGS), digests)) for _ in range(20)]
    assert at_once == [alone] * 20


def test_nobody_is_known_once_the_key_is_gone(days):
    before = days(NOON - A_DAY).marks(DIGEST, KeyOf.RINGS).today
    days().destroy(KeyOf.RINGS, TODAY - A_DAY)
    assert before not in days().marks(DIGEST, KeyOf.RINGS).held
    assert days().marked_today(before, KeyOf.RINGS) is None


def test_a_mark_of_before_becomes_that_of_today_without_anybody_knowing_whose_it_is(days):
    before, today = (days(at).marks(DIGEST, KeyOf.RINGS).today for at in (NOON - A_DAY, NOON))
    assert days().marked_today(before, KeyOf.RINGS) == today
    assert days().marked_today(today, KeyOf.RINGS) == today
    assert days().marked_today(DIGEST, KeyOf.RINGS) == today  # as it was before days had keys


@pytest.mark.parametrize("mark", [b"", b"x", b"\xff" * 19, b"\0" * 20])
def test_what_is_no_mark_becomes_none(days, mark):
    assert days().marked_today(mark, KeyOf.RINGS) is None


def test_the_marks_of_a_day_lie_together(days):
    begins, ends = days().made_today(KeyOf.RINGS)
    assert begins < days().marks(DIGEST, KeyOf.RINGS).today < ends
    assert not begins <= days(NOON - A_DAY).marks(DIGEST, KeyOf.RINGS).today < ends


def test_another_kind_has_other_marks(days):
    kinds = (KeyOf.RINGS, KeyOf.LIMITS)
    assert len({days().marks(DIGEST, of).today for of in kinds}) == 2
