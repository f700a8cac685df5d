"""What looks odd in a file is asked, and answered once: numbers, years, doubles, namesakes, letters."""

import pytest

from app.representatives import directory
from app.representatives.facts.tables import tables
from app.representatives.importing import open_questions, questions
from models import OfficeHolder
from tests.representatives.importing.asking.asked import asked, question_of
from tests.representatives.importing.people_csv import as_csv, import_rows, ma_rows, plan_of, somebody_new

OTHER = {"capitol_voice": "508-555-0143"}
FRANKLIN = next(it.geoid for it in tables().districts.values() if it.name == "1st Franklin")
ELSEWHERE = {"capitol_voice": "413-555-0142"}


def changed(some, **cells):
    rows = ma_rows()
    rows[some] = [row | cells for row in rows[some]]
    return rows


def answered(session, rows, **answers):
    """The plan of these rows once a question was answered."""
    return plan_of(session, rows, answers={key.replace("_", "-"): answer for key, answer in answers.items()})


def holder(session, geoid="25001"):
    seat = directory(session).seat(geoid)
    return seat.holder and seat.holder.name


def test_a_file_of_today_asks_nothing(session):
    assert questions(plan_of(session, ma_rows())) == ()


@pytest.mark.parametrize(("some", "is_asked"), [(53, False), (54, True)])
def test_more_than_a_third_of_a_chambers_numbers_is_asked(session, some, is_asked):
    told = asked(plan_of(session, changed(slice(some), district_voice="508-555-0143")))
    assert any("members who stay would be reached on other numbers" in it for it in told) is is_asked


def test_a_question_is_answered_by_its_key(session):
    rows = changed(slice(60), district_voice="508-555-0143")
    assert [it.key for it in open_questions(plan_of(session, rows))] == ["lines"]
    assert open_questions(answered(session, rows, lines="yes")) == ()
    assert [it.key for it in open_questions(answered(session, rows, lines="perhaps"))] == ["lines"]


def test_a_number_that_an_import_changed_is_asked_about_when_it_returns(session):
    import_rows(session, changed(slice(1), **OTHER))
    question = question_of(session, ma_rows())
    assert question.sentences == (
        "1 member would go back to a number that they had before, and that a later file had changed",
    )
    assert question.rows == ("1st Barnstable (House): Chris Flanagan, (617) 722-2080",)


def test_a_number_that_is_back_is_asked_about_no_more(session):
    import_rows(session, changed(slice(1), **OTHER))
    import_rows(session, ma_rows())
    assert asked(plan_of(session, ma_rows())) == ()
    assert asked(plan_of(session, changed(slice(1), **OTHER)))[0].startswith("1 member would go back")


def test_a_number_under_the_state_house_that_is_elsewhere_is_asked_about_once(session):
    rows = changed(slice(1), **ELSEWHERE)
    question = question_of(session, rows)
    assert question.key == "line-kinds"
    assert question.rows == ("1st Barnstable (House): Chris Flanagan, (413) 555-0142",)
    import_rows(session, rows)
    assert asked(plan_of(session, rows)) == ()


def test_members_without_a_number_are_asked_about_even_where_all_are_new(session):
    rows = changed(slice(9), capitol_voice="", district_voice="")
    rows[:9] = [somebody_new(row, f"New Member {number}") for number, row in enumerate(rows[:9])]
    (told,) = asked(plan_of(session, rows))
    assert told.startswith("10 of 158 House members would have no number: 6.3%")


def test_a_file_in_which_the_latest_are_gone_is_of_an_earlier_year(session):
    latest = [row for row in ma_rows() if row["id"] in _came_since_2025(session)][:4]
    gone = {row["id"] for row in latest}
    rows = [somebody_new(row, f"Former Member {n}") if row["id"] in gone else row for n, row in enumerate(ma_rows())]
    question = question_of(session, rows)
    assert question.sentences[0] == "Of 4 members who would leave, 4 came within the last two years"
    assert question.sentences[-1] == "The file seems to be older than what we have. Check its date"


def test_who_returns_to_the_seat_they_left_is_asked_about(session):
    import_rows(session, [somebody_new(ma_rows()[0]), *ma_rows()[1:]])
    assert question_of(session, ma_rows()).sentences[0] == "1 would return to the seat that they left"


def _came_since_2025(session):
    return {it.openstates_id for it in session.query(OfficeHolder) if it.valid_from.year >= 2025}


@pytest.fixture
def twice():
    """Two people for one seat."""
    return [*ma_rows(), somebody_new(ma_rows()[0])]


def test_two_people_in_one_seat_are_a_choice(session, twice):
    question = question_of(session, twice)
    assert question.sentences == ("The file tells 1st Barnstable (House) twice. Which line is right?",)
    assert [(it.answer, it.words.split(",")[0]) for it in question.choices] == [
        ("2", "Line 2: Chris Flanagan"),
        ("200", "Line 200: Jordan Reyes"),
    ]


@pytest.mark.parametrize(("line", "name"), [("2", "Chris Flanagan"), ("200", "Jordan Reyes")])
def test_whoever_is_chosen_sits(session, twice, line, name):
    import_rows(session, twice, answers={"twice-2": line})
    assert holder(session) == name


def test_until_somebody_chooses_who_sits_stays(session, twice):
    assert plan_of(session, twice).changes_nothing


def test_one_person_in_two_seats_is_a_choice(session):
    rows = [*ma_rows(), ma_rows()[0] | {"current_district": "1st Franklin"}]
    assert question_of(session, rows).sentences == ("The file tells Chris Flanagan twice. Which line is right?",)
    import_rows(session, rows, answers={"twice-2": "200"})
    assert (holder(session), holder(session, FRANKLIN)) == (None, "Chris Flanagan")


def test_two_people_with_one_id_are_no_choice(problems_of):
    rows = ma_rows()
    rows[1]["id"] = rows[0]["id"]
    assert problems_of(rows) == f"Chris Flanagan and Kip Diggs have the same id ({rows[0]['id']})."


@pytest.fixture
def moved():
    """Chris Flanagan in another seat under another id, and gone from their own."""
    first, *others = ma_rows()
    return [first | {"id": "ocd-person/another", "current_district": "1st Franklin"}, *others]


def test_the_same_name_under_another_id_elsewhere_is_asked(session, moved):
    question = question_of(session, moved)
    assert question.sentences[0].startswith("Chris Flanagan would come to 1st Franklin (House) under another id")
    assert question.sentences[0].endswith("Is that one person?")


def test_one_person_moves_and_two_people_do_not(session, moved):
    (move,) = answered(session, moved, same_name_2="one").moved
    assert move.after.openstates_id == ma_rows()[0]["id"]
    two = answered(session, moved, same_name_2="two")
    assert ([it.name for it in two.added], [it.name for it in two.left]) == (["Chris Flanagan"], ["Chris Flanagan"])


def test_one_name_for_two_seats_of_a_file_is_asked(session):
    rows = [*ma_rows(), ma_rows()[0] | {"id": "ocd-person/another", "current_district": "1st Franklin"}]
    question = question_of(session, rows)
    assert [it.answer for it in question.choices] == ["2", "200", "two"]
    assert answered(session, rows, same_name_200="2").changes_nothing
    assert len(answered(session, rows, same_name_200="two").added) == 1


def test_letters_of_a_file_that_is_not_utf_8_are_asked_about(session):
    content = as_csv(ma_rows()).decode().encode("cp1252")
    assert question_of(session, content).rows == ("Carlos González", "Judith García", "Sam Montaño", "Adam Gómez")
    assert plan_of(session, content).changes_nothing


def test_only_what_an_import_is_about_is_asked(session, twice):
    assert asked(plan_of(session, twice, only=("25002",))) == ()
