"""The journal beside the keys: whole lines alone count, whoever writes at once, and whatever a crash left."""

import resource
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest

from app.guard.journal.file import GROWS, MOST_BEHIND, Journal
from app.guard.journal.lines import Line, What
from tests.world.time.clocks import local

NOON = local("2026-11-04 12:00")
A_DAY = timedelta(days=1)
MINE = b"1" * 32


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path / "journal")


def refused(mark=MINE, until=None, by=b"key"):
    return Line(What.REFUSED, NOON, (mark,), by, "keypad", until)


def taken_back(mark=MINE, by=b"key", at=NOON, until=None):
    return Line(What.TAKEN_BACK, at, (mark,), by, until=until)


def forgotten(at=NOON, *marks):
    return Line(What.FORGOTTEN, at, marks or (MINE,))


def redacted(left=b"left", note="7", at=NOON):
    return Line(What.REDACTED, at, (left,), how=note)


def stands(journal, now=NOON):
    return list(journal.standing(now).lines())


def test_what_was_written_is_read_by_another_program(journal):
    lines = [refused(), refused(b"2" * 32, NOON + A_DAY), forgotten(NOON, b"3" * 32, b"4" * 32)]
    assert journal.write(*lines)
    assert stands(Journal(journal.folder)) == lines


def test_where_nothing_was_written_nothing_stands(journal):
    assert (stands(journal), journal.is_there(), journal.tidy(NOON)) == ([], False, False)


@pytest.mark.parametrize(
    "lines",
    [
        [refused(until=NOON), taken_back()],
        [refused(), taken_back(at=NOON - 1097 * A_DAY)],
        [refused(until=NOON)],
        [forgotten(NOON - 1097 * A_DAY)],
        [redacted(at=NOON - 93 * A_DAY)],
    ],
)
def test_what_was_taken_back_or_is_over_does_not_stand(journal, lines):
    journal.write(*lines)
    assert stands(journal) == []


@pytest.mark.parametrize("untils", [(None, NOON + A_DAY), (NOON + A_DAY, None)])
def test_of_one_number_the_longest_refusal_holds(journal, untils):
    journal.write(*(refused(until=until) for until in untils))
    assert [line.until for line in stands(journal)] == [None]


def test_of_one_note_what_was_left_last_stands(journal):
    journal.write(redacted(b"more"), redacted(b"other", note="8"), redacted(b"less"))
    assert [line.marks for line in stands(journal)] == [(b"less",), (b"other",)]


def test_a_refusal_by_another_key_is_another(journal):
    journal.write(refused(by=b"one"), refused(by=b"other"), taken_back(by=b"other"))
    assert [line.by for line in journal.standing(NOON).refused] == [b"one"]


def test_that_a_refusal_was_taken_back_stands_as_long_as_it_would_have_held(journal):
    journal.write(refused(until=NOON + A_DAY), taken_back())
    assert stands(journal) == [taken_back(until=NOON + A_DAY)]
    journal.write(refused(), taken_back(), refused(until=NOON + A_DAY), taken_back())
    assert stands(journal, NOON + 2 * A_DAY) == [taken_back()]


def test_whoever_refuses_again_after_that_has_it_though_it_is_written_anew(journal):
    journal.write(refused(), taken_back(), refused(), *(refused(until=NOON) for _ in range(GROWS // 100)))
    assert journal.tidy(NOON)
    assert stands(journal) == [taken_back(), refused()]


@pytest.mark.parametrize("left", ["ab", "0" * 8 + ' ["refused"]', '\u202e<script>\0"', "# no number"])
def test_what_a_crash_left_half_written_costs_no_other_line(journal, left):
    journal.write(refused())
    with journal.file.open("a") as file:
        file.write(left)
    journal.write(forgotten())
    assert stands(journal) == [refused(), forgotten()]


def test_broken_lines_are_counted_but_for_one_that_is_being_written(journal):
    journal.write(refused())
    whole = journal.file.read_text()
    journal.file.write_text(f"# 100\n{whole}torn\n{whole}{whole[:20]}")
    assert journal.how_many_are_broken() == 1


def test_wherever_it_is_cut_off_the_lines_before_stand(journal):
    journal.write(refused(), refused(b"2" * 32))
    whole = journal.file.read_bytes()
    for end in range(len(whole)):
        journal.file.write_bytes(whole[:end])
        assert len(stands(journal)) == whole[: end + 1].count(b"\n"), end


def writes(folder: Path, whose: int) -> None:
    journal = Journal(folder)
    for nth in range(25):
        journal.write(refused(bytes([whose, nth]) * 16))
        journal.tidy(NOON)


def test_programs_that_write_at_once_lose_nothing_though_it_is_written_anew_meanwhile(journal):
    journal.write(*(refused(until=NOON) for _ in range(GROWS // 100)))
    programs = [get_context("fork").Process(target=writes, args=(journal.folder, nth)) for nth in range(4)]
    for one in programs:
        one.start()
    for one in programs:
        one.join()
    assert (len(stands(journal)), journal.how_many_are_broken()) == (100, 0)
    assert journal.file.stat().st_size < GROWS


def test_it_is_written_anew_only_once_it_has_grown(journal):
    journal.write(refused())
    assert not journal.tidy(NOON)
    journal.write(*(refused(nth.to_bytes(32)) for nth in range(GROWS // 100)))
    assert [journal.tidy(NOON), journal.tidy(NOON)] == [True, False]
    assert len(stands(journal)) == GROWS // 100 + 1


def test_what_cannot_be_written_now_is_written_with_the_next_line(journal, tmp_path):
    (tmp_path / "journal").write_text("no folder")
    assert not journal.write(refused())
    (tmp_path / "journal").unlink()
    journal.write(forgotten())
    assert stands(journal) == [refused(), forgotten()]


def test_however_many_lines_there_are_all_of_them_are_written(journal):
    assert journal.write(*(refused(nth.to_bytes(32)) for nth in range(MOST_BEHIND + 1)))
    assert len(stands(journal)) == MOST_BEHIND + 1


def test_of_those_that_cannot_be_written_the_newest_wait(journal, tmp_path):
    (tmp_path / "journal").write_text("no folder")
    assert not journal.write(*(refused(nth.to_bytes(32)) for nth in range(MOST_BEHIND + 1)))
    (tmp_path / "journal").unlink()
    assert journal.write()
    assert (len(stands(journal)), refused(bytes(32)) in stands(journal)) == (MOST_BEHIND, False)


def test_nobody_else_may_read_it_and_no_number_stands_in_it(journal):
    journal.write(refused())
    assert {path.stat().st_mode & 0o77 for path in (journal.folder, *journal.folder.iterdir())} == {0}


@pytest.fixture
def room_for():
    """Lets no file of this program grow beyond so many bytes, as a disk does that is full half-way."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda most=before[0]: resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_what_was_written_by_half_is_written_once_there_is_room(journal, room_for):
    journal.write(refused())
    size = journal.file.stat().st_size
    room_for(size + 20)
    is_written = journal.write(refused(b"2" * 32))
    assert (is_written, journal.file.stat().st_size) == (False, size + 20)
    room_for()
    assert journal.write()
    assert stands(journal) == [refused(), refused(b"2" * 32)]
