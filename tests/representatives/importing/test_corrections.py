"""Lines corrected by hand outlast imports and seeding, until somebody says otherwise."""

from dataclasses import replace

import pytest

from app.representatives import directory, seed_roster
from app.representatives.facts.records import LineFacts
from app.representatives.facts.tables import tables
from app.representatives.roster.correct_lines import NoLongerSittingError, correct_lines, undo_correction
from app.representatives.roster.corrections import corrections_of, seated
from models import LineKind, Roster
from tests.representatives.importing.people_csv import NOON, import_rows, ma_rows, plan_of, somebody_new

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


def lines_in(session, geoid):
    return directory(session).seat(geoid).lines


def numbers(session):
    return [(line.e164, line.extension) for line in lines_in(session, "25001")]


def without(session):
    """Somebody else has the seat of Chris Flanagan."""
    first, *others = ma_rows()
    import_rows(session, [somebody_new(first), *others])


def swapped():
    """The rows of a file in which the first two have each other's seats."""
    first, second, *others = ma_rows()
    one, other = first["current_district"], second["current_district"]
    return [first | {"current_district": other}, second | {"current_district": one}, *others]


def endings(session):
    """Who ended each correction of the 1st Barnstable, newest first."""
    return [it.ended_by for it in corrections_of(session, seated(tables().people[0]))]


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
    assert endings(session) == ["an import"]


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
    assert endings(session) == ["bo@example.org", "ana@example.org"]


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


def test_it_is_in_force_again_for_whoever_returns(session, chris):
    without(session)
    import_rows(session, ma_rows())
    assert numbers(session) == [("+16175550142", "7")]
    assert [it.by_hand for it in plan_of(session, ma_rows()).conflicts] == [BY_HAND]


def test_the_preview_of_a_return_tells_of_it(session, chris):
    without(session)
    assert [it.person.name for it in plan_of(session, ma_rows()).conflicts] == ["Chris Flanagan"]


def test_whoever_returns_can_have_it_undone(session, chris):
    without(session)
    import_rows(session, rows_with(NEW_NUMBER))
    undo_correction(session, directory(session).seat("25001").holder.id, by="bo@example.org", now=NOON)
    assert numbers(session) == [("+16177222999", "")]
    assert endings(session) == ["bo@example.org"]


def test_whoever_returns_can_be_corrected_anew(session, chris):
    without(session)
    import_rows(session, ma_rows())
    correct(session, directory(session).seat("25001").holder.id, (replace(BY_HAND[0], extension="8"),))
    without(session)
    import_rows(session, ma_rows())
    assert numbers(session) == [("+16175550142", "8")]
    assert endings(session) == ["", "ana@example.org"]


def test_an_import_overwrites_it_when_they_return_if_told_to(session, chris):
    without(session)
    import_rows(session, ma_rows(), overwrite_corrections=True)
    assert (numbers(session), endings(session)) == ([("+16177222080", "")], ["an import"])


def test_it_does_not_follow_into_another_seat_and_that_is_told(session, chris):
    (left_behind,) = plan_of(session, swapped()).left_behind
    assert (left_behind.person.geoid, left_behind.by_hand) == ("25002", BY_HAND)
    import_rows(session, swapped())
    assert "+16175550142" not in {line.e164 for geoid in ("25001", "25002") for line in lines_in(session, geoid)}


def test_it_is_in_force_again_after_a_seat_that_was_a_mistake(session, chris):
    import_rows(session, swapped())
    import_rows(session, ma_rows())
    assert numbers(session) == [("+16175550142", "7")]


def test_other_members_of_a_shared_line_keep_theirs(session, chris):
    sharing = [seat for seat in directory(session).seats.values() if seat.line and seat.line.e164 == "+16177222080"]
    assert len(sharing) == 3


def test_nobody_can_be_corrected_who_is_not_there(session):
    with pytest.raises(NoLongerSittingError):
        correct(session, 10**17)
