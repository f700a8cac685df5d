"""Another state is more rows: Rhode Island in small, with people who do not exist, beside all of Massachusetts."""

import pytest
from sqlalchemy import func, select

from app.representatives import directory
from app.representatives.importing import FileProblemsError, apply_districts, plan_districts
from app.representatives.importing.districts.file import district_id
from models import Chamber, OfficeHolder
from tests.representatives.importing.asking.asked import asked
from tests.representatives.importing.people_csv import COLUMNS, import_rows, plan_of

OCD = "ocd-division/country:us/state:ri"
DISTRICTS = f"""geoid,chamber,name,ocd_id
44001,lower,1,{OCD}/sldl:1
44002,lower,2,{OCD}/sldl:2
44003,lower,3,{OCD}/sldl:3
44001,upper,1,{OCD}/sldu:1
44002,upper,2,{OCD}/sldu:2
"""
PEOPLE = [("1", "lower", "Avery Santos"), ("02", "lower", "Blake Ito"), ("1", "upper", "Casey Roy")]


def rows():
    blank = dict.fromkeys(COLUMNS, "")
    return [
        blank
        | {"id": f"ocd-person/ri-{number}", "name": name, "current_party": "Independent"}
        | {"current_district": district, "current_chamber": chamber, "capitol_voice": f"401-555-010{number}"}
        for number, (district, chamber, name) in enumerate(PEOPLE)
    ]


@pytest.fixture
def rhode_island(session):
    apply_districts(session, plan_districts(session, DISTRICTS.encode(), "RI"))
    return session


def problem_of(session, content, state="RI"):
    with pytest.raises(FileProblemsError) as error:
        plan_districts(session, content.encode(), state)
    return str(error.value)


def test_its_people_are_imported_and_massachusetts_stays_as_it_is(rhode_island):
    massachusetts = directory(rhode_island)
    import_rows(rhode_island, rows(), state="RI")
    seats = directory(rhode_island, "RI").seats
    assert {geoid: seat.holder and seat.holder.name for geoid, seat in seats.items()} == {
        "44001": "Avery Santos",
        "44002": "Blake Ito",
        "44003": None,
        "44001U": "Casey Roy",
        "44002U": None,
    }
    assert directory(rhode_island) is massachusetts


def test_its_lines_are_its_own(rhode_island):
    import_rows(rhode_island, rows(), state="RI")
    assert directory(rhode_island, "RI").seat("44002").line.e164 == "+14015550101"
    assert directory(rhode_island, "RI").seat("44001U").chamber is Chamber.SENATE


def test_importing_it_again_changes_nothing(rhode_island):
    assert import_rows(rhode_island, rows(), state="RI")
    assert not import_rows(rhode_island, rows(), state="RI")
    assert directory(rhode_island, "RI").version == 1


def test_a_first_import_loses_nothing(rhode_island):
    assert asked(plan_of(rhode_island, rows(), state="RI")) == ()


def test_its_file_is_no_file_of_massachusetts(rhode_island):
    told = r"This is no file of MA, or of another year: 3 of its 3 rows name a district .* “1” in line 2\."
    with pytest.raises(FileProblemsError, match=told):
        plan_of(rhode_island, rows())
    assert rhode_island.scalar(select(func.count()).select_from(OfficeHolder)) == 198


def test_without_its_districts_the_cure_is_told(session):
    with pytest.raises(FileProblemsError, match="flask representatives import-districts FILE --state RI"):
        plan_of(session, rows(), state="RI")


def test_districts_that_are_there_already_are_as_before(rhode_island):
    plan = plan_districts(rhode_island, DISTRICTS.encode(), "RI")
    assert (plan.added, plan.changed, plan.unchanged, plan.unnamed) == ((), (), 5, 0)


def test_a_district_may_get_another_name(rhode_island):
    renamed = plan_districts(rhode_island, DISTRICTS.replace("lower,3,", "lower,Bristol 3,").encode(), "RI")
    apply_districts(rhode_island, renamed)
    import_rows(
        rhode_island, [*rows(), rows()[0] | {"id": "ocd-person/x", "current_district": "bristol 3"}], state="RI"
    )
    assert not directory(rhode_island, "RI").seat("44003").vacant


def test_where_both_chambers_begin_with_001_the_senates_ends_in_u():
    assert [district_id("44001", chamber) for chamber in Chamber] == ["44001", "44001U"]
    assert district_id("25D01", Chamber.SENATE) == "25D01"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("44003,", "4403,", "Line 4: “4403” is no GEOID"),
        ("lower,3,", "middle,3,", "Line 4: “middle” is no chamber"),
        ("ri/sldl:3", "nh/sldl:3", "is not in RI"),
        ("lower,3,", "lower,2,", "cannot both be"),
        ("lower,3,", "lower,=3,", "name begins with “=” like a formula"),
        ("geoid,", "code,", "The file has no column “geoid”."),
    ],
)
def test_what_is_wrong_with_a_file_of_districts_is_told(session, old, new, told):
    assert told in problem_of(session, DISTRICTS.replace(old, new))


def test_a_district_of_massachusetts_cannot_be_taken(session):
    clash = DISTRICTS.replace("44003,", "25001,")
    assert problem_of(session, clash) == "3 (25001) is in the database as another district."
