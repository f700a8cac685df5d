"""What a street says: one district, or the question that is left."""

from pathlib import Path

import pytest

from app.representatives import StreetFinding
from app.representatives.streets import table
from app.representatives.streets.finding import Where, look_up, streets_of
from app.representatives.streets.lists import street_list, street_list_of
from app.representatives.streets.table import streets
from app.representatives.streets.typed import read_typed

FILE = Path(table.__file__).parents[1] / "tables" / "ma" / table.FILE


def found(town, street, number="", area="", among=None):
    here = streets()[town]
    return look_up(read_typed(street, number), Where((here,), frozenset(among or here.geoids), area))


def test_the_table_has_every_split_town_and_is_small():
    assert len(streets()) == 92
    assert FILE.stat().st_size < 300_000
    assert sum(len(town.lines) for town in streets().values()) < 1_500_000


def test_a_street_in_one_district_decides():
    answer = found("Acton", "Adams St")
    assert (answer.finding, answer.geoids, answer.street) == (StreetFinding.FOUND, {"25095"}, "Adams Street")


def test_a_divided_street_needs_its_number():
    assert found("Acton", "Main St").finding is StreetFinding.DIVIDED
    assert found("Acton", "Main St", "12").geoids == {"25095"}
    assert found("Acton", "900 Main St").geoids == {"25072"}


def test_near_the_line_even_the_number_leaves_doubt():
    answer = found("Acton", "Main St", "330")
    assert (answer.finding, answer.geoids) == (StreetFinding.DOUBT, {"25072", "25095"})


def test_people_of_cambridge_say_mass_ave():
    assert found("Cambridge", "Mass Ave 1350").finding is StreetFinding.FOUND


def test_streets_of_one_name_in_several_neighborhoods_are_asked_about():
    answer = found("Boston", "Centre St")
    assert answer.finding is StreetFinding.SEVERAL
    assert {"Jamaica Plain", "Dorchester", "West Roxbury"} < set(answer.areas)
    assert found("Boston", "Centre St", area="West Roxbury").geoids == {"25132"}


def test_a_number_known_in_another_neighborhood_alone_is_in_doubt():
    assert found("Boston", "Washington St", "1500", area="Boston").finding is StreetFinding.DOUBT


@pytest.mark.parametrize(
    ("town", "typed", "meant"),
    [
        ("Cambridge", "Masachusetts Ave", "Massachusetts Avenue"),
        ("Cambridge", "Clark", "Clark Street"),
        ("Boston", "Blue Hill", "Blue Hill Avenue"),
        ("Cambridge", "Prospect Street North", "Prospect Street"),
    ],
)
def test_a_word_missing_or_wrong_is_a_question(town, typed, meant):
    answer = found(town, typed)
    assert answer.finding is StreetFinding.MEANT
    assert meant in answer.meant


def test_kind_and_direction_are_part_of_a_name():
    assert found("Boston", "South Huntington Ave").geoids != found("Boston", "Huntington Ave").geoids
    assert found("Worcester", "Clarkson St").street != found("Worcester", "Clark St").street


def test_a_street_like_none_is_unknown():
    assert found("Acton", "Qwertyuiop Lane").finding is StreetFinding.UNKNOWN
    assert found("Acton", "???").finding is StreetFinding.UNKNOWN


def test_a_street_that_lies_in_another_part_is_elsewhere():
    assert found("Acton", "Adams St", among={"25072"}).finding is StreetFinding.ELSEWHERE


def test_a_corner_is_sure_where_both_streets_are():
    assert found("Acton", "corner of Adams St and Agawam Rd").geoids == {"25095"}
    assert found("Acton", "corner of Main St and Adams St").finding is StreetFinding.DIVIDED
    assert found("Acton", "corner of Mayn St and Adams St").finding is StreetFinding.MEANT


def test_a_town_that_is_not_split_is_asked_about_beside_the_streets():
    where = Where(streets_of(["Acton", "Adams"]), frozenset({"25095", "25006"}), whole=(("Adams", "25006"),))
    answer = look_up(read_typed("Adams St"), where)
    assert (answer.finding, answer.areas) == (StreetFinding.SEVERAL, ("Acton", "Adams"))
    where = Where(where.towns, where.among, "Adams", where.whole)
    assert look_up(read_typed("Adams St"), where).geoids == {"25006"}


def test_a_list_of_streets_is_called_by_what_is_in_it():
    (name,) = street_list_of(["Acton", "Adams"])
    assert "Main Street\n" in street_list(name)
    assert "acton" not in name
    assert street_list("acton") is None
