"""Files that would lose the members' numbers, or who they are, are refused with what to check."""

import pytest

from tests.representatives.importing.asking.asked import asked
from tests.representatives.importing.people_csv import as_csv, import_rows, ma_rows, plan_of, somebody_new

NO_NUMBER = {"capitol_voice": "", "district_voice": ""}


@pytest.fixture
def refused(session):
    """Why these rows are refused."""
    return lambda rows: asked(plan_of(session, rows))


def changed(some, change):
    """All rows, of which some are changed."""
    rows = ma_rows()
    rows[some] = [change(row) for row in rows[some]]
    return rows


def silent(row):
    return row | NO_NUMBER


def renumbered(row):
    return row | {"id": f"{row['id']}-again"}


def newcomer(row):
    return somebody_new(row, f"New Member {row['id'][-12:]}")


def test_a_file_without_any_number_is_refused_for_both_chambers(refused):
    house, senate = refused(changed(slice(None), silent))
    assert house.startswith("157 of 158 House members would lose the number they had: 99.4%")
    assert senate.startswith("40 of 40 Senate members would lose the number they had: 100.0%")
    assert house.endswith("has telephone numbers in its columns capitol_voice and district_voice, or phone")


def test_words_in_place_of_every_number_are_refused(refused):
    reasons = refused(changed(slice(None), lambda row: row | {"capitol_voice": "see website"}))
    assert "members would lose the number they had" in reasons[0]


@pytest.mark.parametrize(("some", "is_refused"), [(slice(7), False), (slice(8), True)])
def test_five_percent_of_the_house_may_lose_their_ids(refused, some, is_refused):
    assert bool(refused(changed(some, renumbered))) is is_refused


@pytest.mark.parametrize(("some", "is_refused"), [(slice(6), False), (slice(7), True)])
def test_five_percent_of_the_house_may_have_no_number_with_who_has_none_today(refused, some, is_refused):
    assert bool(refused(changed(some, silent))) is is_refused


@pytest.mark.parametrize(("some", "is_refused"), [(slice(-2, None), False), (slice(-3, None), True)])
@pytest.mark.parametrize("change", [silent, renumbered])
def test_five_percent_of_the_senate_may_lose_numbers_or_ids(refused, some, change, is_refused):
    assert bool(refused(changed(some, change))) is is_refused


def test_one_line_that_is_left_is_enough(refused):
    assert refused(changed(slice(50), lambda row: row | {"capitol_voice": "", "district_voice": "508-555-0143"})) == ()


def test_newcomers_without_a_number_are_asked_about_where_they_are_many(refused):
    (reason,) = refused(changed(slice(20), lambda row: newcomer(silent(row))))
    assert reason.startswith("20 of 158 House members would have no number: 12.7%")


def test_who_has_no_number_already_loses_none(session, refused):
    import_rows(session, changed(slice(None), silent))
    assert all("would have no number" in it for it in refused(changed(slice(None), silent)))


def test_all_ids_made_anew_are_refused(refused):
    house, senate = refused(changed(slice(None), renumbered))
    assert house.startswith("158 of 158 House members would keep name and seat, but get another id: 100.0%")
    assert "Check that the column id is as Open States wrote it" in senate


@pytest.mark.parametrize(
    ("column", "told"),
    [("name", "be called by another name: 100.0%"), ("email", "be written to at another address")],
)
def test_a_column_that_slipped_by_one_row_is_asked_about(refused, column, told):
    rows = ma_rows()
    cells = [row[column] for row in rows]
    slipped = [row | {column: cell} for row, cell in zip(rows, cells[1:] + cells[:1], strict=True)]
    house, senate = refused(slipped)
    assert told in house
    assert "Senate members would" in senate


def test_ids_that_slipped_by_one_row_are_refused(refused):
    rows = ma_rows()
    ids = [row["id"] for row in rows]
    assert len(refused([row | {"id": id_} for row, id_ in zip(rows, ids[1:] + ids[:1], strict=True)])) == 2


def test_a_name_in_capitals_is_the_same_name(refused):
    rows = changed(slice(8), lambda row: renumbered(row) | {"name": row["name"].upper()})
    assert "would keep name and seat" in refused(rows)[0]


@pytest.mark.parametrize(("new", "is_refused"), [(20, False), (79, False), (80, True)])
def test_more_than_half_of_a_chamber_is_never_new_at_once(refused, new, is_refused):
    reasons = refused(changed(slice(new), newcomer))
    assert bool(reasons) is is_refused
    assert all("80 of 158 House members would be followed by somebody else at once: 50.6%" in it for it in reasons)


def test_another_id_for_the_same_name_is_told(session):
    (change,) = plan_of(session, changed(slice(1), renumbered)).renumbered
    assert (change.before.name, change.after.openstates_id) == ("Chris Flanagan", renumbered(ma_rows()[0])["id"])


def test_a_number_that_is_none_is_told_with_its_line(session):
    skipped = plan_of(session, changed(slice(9, 11), lambda row: row | {"capitol_voice": "see website"})).skipped
    assert [(it.line, it.name) for it in skipped] == [(row + 2, ma_rows()[row]["name"]) for row in (9, 10)]


def test_a_row_that_is_there_twice_tells_its_number_once(session):
    first = ma_rows()[0] | {"capitol_voice": "see website"}
    rows = [first, *ma_rows()[1:], first]
    assert [it.line for it in plan_of(session, as_csv(rows)).skipped] == [2]
