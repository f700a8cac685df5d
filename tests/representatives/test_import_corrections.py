"""Lines corrected by hand outlast imports and seeding, until somebody says otherwise."""

from dataclasses import replace

import pytest

from app.representatives import directory, seed_roster
from app.representatives.correct_lines import NoLongerSittingError, correct_lines, corrections_of, undo_correction
from app.representatives.records import LineFacts
from app.representatives.tables import tables
from models import LineKind, Roster
from tests.representatives.people_csv import NOON, import_rows, ma_rows, plan_of, somebody_new

BY_HAND = (LineFacts("+16175550142", "7", LineKind.CAPITOL),)
NEW_NUMBER = "617-722-2999"


@pytest.fixture
def chris(session):
    """The holder of the 1st Barnstable, whose line was corrected."""
    holder = directory(session).seat("25001").holder.id
    assert correct(session, holder)
    return holder


def correct(session, holder, lines=BY_HAND):
    return correct_lines(session, holder, lines, by="ana@example.org", note="They told us", now=NOON)


def numbers(session):
    return [(line.e164, line.extension) for line in directory(session).seat("25001").lines]


def rows_with(number):
    first, *others = ma_rows()
    return [first | {"capitol_voice": number}, *others]


def test_the_next_call_takes_the_corrected_line(session, chris):
    assert numbers(session) == [("+16175550142", "7")]


def test_a_correction_makes_every_process_read_anew(session):
    before = directory(session)
    correct(session, before.seat("25001").holder.id)
    assert directory(session).version == before.version + 1


def test_correcting_to_what_is_there_changes_nothing(session, chris):
    version = session.get_one(Roster, "MA").version
    assert not correct(session, chris)
    assert session.get_one(Roster, "MA").version == version


def test_an_import_tells_of_it_and_keeps_it(session, chris):
    (conflict,) = plan_of(session, rows_with(NEW_NUMBER)).conflicts
    assert (conflict.person.name, conflict.by_hand, conflict.in_file[0].e164) == (
        "Chris Flanagan",
        BY_HAND,
        "+16177222999",
    )
    import_rows(session, rows_with(NEW_NUMBER))
    assert numbers(session) == [("+16175550142", "7")]


def test_an_import_overwrites_it_when_told_to(session, chris):
    import_rows(session, rows_with(NEW_NUMBER), overwrite_corrections=True)
    assert numbers(session) == [("+16177222999", "")]
    assert [it.ended_by for it in corrections_of(session, chris)] == ["an import"]


def test_a_file_that_says_the_same_is_no_conflict(session, chris):
    assert plan_of(session, rows_with("617-555-0142 ext. 7")).conflicts == ()


def test_undo_goes_back_to_what_was_imported(session, chris):
    assert undo_correction(session, chris, by="bo@example.org", now=NOON)
    assert numbers(session) == [("+16177222080", "")]
    assert not undo_correction(session, chris, by="bo@example.org", now=NOON)


def test_undo_goes_back_to_what_was_imported_meanwhile(session, chris):
    import_rows(session, rows_with(NEW_NUMBER))
    undo_correction(session, chris, by="bo@example.org", now=NOON)
    assert numbers(session) == [("+16177222999", "")]


def test_a_second_correction_remembers_the_import_and_not_the_first(session, chris):
    correct(session, chris, (replace(BY_HAND[0], extension="8"),))
    undo_correction(session, chris, by="bo@example.org", now=NOON)
    assert numbers(session) == [("+16177222080", "")]
    assert [it.ended_by for it in corrections_of(session, chris)] == ["bo@example.org", "ana@example.org"]


def test_an_office_may_have_no_line_that_works(session, chris):
    correct(session, chris, ())
    import_rows(session, ma_rows())
    assert numbers(session) == []


def test_importing_twice_keeps_it_and_changes_nothing(session, chris):
    import_rows(session, rows_with(NEW_NUMBER))
    assert not import_rows(session, rows_with(NEW_NUMBER))


def test_seeding_again_keeps_it(session, chris):
    seed_roster(session)
    assert numbers(session) == [("+16175550142", "7")]
    assert not seed_roster(session)


def test_seeding_newer_tables_keeps_it_and_remembers_theirs(session, chris):
    first, *others = tables().people
    newer = replace(first, lines=(LineFacts("+16177222999", "", LineKind.CAPITOL),))
    seed_roster(session, replace(tables(), people=(newer, *others)))
    undo_correction(session, chris, by="bo@example.org", now=NOON)
    assert numbers(session) == [("+16177222999", "")]


def test_it_ends_with_the_holder(session, chris):
    first, *others = ma_rows()
    import_rows(session, [somebody_new(first), *others])
    assert numbers(session) == [("+16177222080", "")]
    with pytest.raises(NoLongerSittingError):
        correct(session, chris, ())


def test_other_members_of_a_shared_line_keep_theirs(session, chris):
    sharing = [seat for seat in directory(session).seats.values() if seat.line and seat.line.e164 == "+16177222080"]
    assert len(sharing) == 3


def test_nobody_can_be_corrected_who_is_not_there(session):
    with pytest.raises(NoLongerSittingError):
        correct(session, 10**17)
