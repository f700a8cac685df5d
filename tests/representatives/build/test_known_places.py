"""Neighborhoods, squares, villages and nicknames that we know ourselves, and what is suggested for a near miss."""

import pytest

from app.representatives import ResolutionKind, resolve
from app.representatives.build import SourcesDoNotAgreeError
from app.representatives.build.known_places import known_places, listed
from app.representatives.build.sources import Sources
from app.representatives.facts.spelling import normalise
from app.representatives.facts.tables import tables

FOUND, CHOOSE = ResolutionKind.FOUND, ResolutionKind.CHOOSE


def _districts(answer):
    return {tables().districts[geoid].name for geoid in answer.geoids}


@pytest.mark.parametrize("village", ["Monument Beach", "Cataumet", "Sagamore", "Cummaquid", "Hyannis Port"])
def test_a_village_with_post_office_boxes_only_is_asked_like_its_zip(village):
    answer = resolve(village)
    by_zip = resolve(tables().aliases[normalise(village)].zips[0])
    assert (answer.kind, by_zip.kind) == (CHOOSE, CHOOSE)
    assert set(answer.geoids) == set(by_zip.geoids)


def test_bondsville_reaches_into_belchertown():
    answer = resolve("Bondsville")
    assert (answer.kind, _districts(answer)) == (CHOOSE, {"1st Hampden", "7th Hampden"})


@pytest.mark.parametrize(
    ("typed", "town", "most"),
    [
        ("Ballardvale", "Andover", 2),
        ("Codman Square", "Boston", 5),
        ("Ashmont", "Boston", 4),
        ("Dot", "Boston", 7),
        ("Alewife", "Cambridge", 3),
        ("Teele Square", "Somerville", 2),
        ("Magoun Sq.", "Somerville", 3),
        ("East Cambridge", "Cambridge", 2),
        ("Forest Park", "Springfield", 5),
        ("Vernon Hill", "Worcester", 5),
        ("Tatnuck", "Worcester", 5),
        ("Great Brook Valley", "Worcester", 5),
        ("The Port", "Cambridge", 6),
        ("Quinsigamond Village", "Worcester", 5),
        ("Nobscot", "Framingham", 4),
        ("Craigville", "Barnstable", 2),
        ("Hebronville", "Attleboro", 2),
        ("JP", "Boston", 4),
        ("Southie", "Boston", 4),
        ("Rozzie", "Boston", 5),
        ("Westie", "Boston", 2),
        ("Hyde Park", "Boston", 3),
        ("Back Bay", "Boston", 8),
        ("Fenway", "Boston", 7),
        ("North End", "Boston", 2),
        ("South End", "Boston", 6),
    ],
)
def test_a_part_of_a_divided_town_is_a_question_with_few_answers(typed, town, most):
    answer = resolve(typed)
    assert (answer.kind, answer.towns) == (CHOOSE, (town,))
    assert 1 < len(answer.geoids) <= most


@pytest.mark.parametrize(
    ("typed", "town"),
    [
        ("Griswoldville", "Colrain"),
        ("Popponesset", "Mashpee"),
        ("Monomoscoy Island", "Mashpee"),
        ("Nantasket", "Hull"),
        ("Madaket", "Nantucket"),
    ],
)
def test_a_village_of_a_whole_town_is_found(typed, town):
    answer = resolve(typed)
    assert (answer.kind, answer.towns) == (FOUND, (town,))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("DORCH", "Dorchester"),
        ("DOR", "Dorchester"),
        ("W ROX", "West Roxbury"),
        ("SBOS", "South Boston"),
        ("EAST BOS", "East Boston"),
        ("So Bos", "South Boston"),
        ("W SPFLD", "West Springfield"),
        ("N Att", "North Attleborough"),
        ("HAFB", "Hanscom AFB"),
        ("Vineyard Hvn", "Vineyard Haven"),
    ],
)
def test_short_names_are_understood_as_people_write_them(typed, meant):
    assert resolve(typed).options == resolve(meant).options


@pytest.mark.parametrize(
    ("typed", "towns"),
    [
        ("Indian Lake", {"Worcester", "Becket"}),
        ("Forestdale", {"Sandwich", "Malden"}),
        ("Riverdale", {"Dedham", "Gloucester", "West Springfield", "Northbridge"}),
        ("WESTOVER", {"Chicopee", "Ludlow"}),
    ],
)
def test_a_name_that_several_towns_have_asks_among_all_of_them(typed, towns):
    answer = resolve(typed)
    assert (answer.kind, set(answer.towns)) == (CHOOSE, towns)


@pytest.mark.parametrize("typed", ["Eastie", "Logan Airport", "Orient Heights"])
def test_a_part_of_east_boston_is_as_sure_as_east_boston(typed):
    assert resolve(typed).options == resolve("East Boston").options


@pytest.mark.parametrize(
    ("typed", "towns"),
    [
        ("Union Square", {"Somerville", "Boston"}),
        ("Central Square", {"Cambridge", "Boston", "Lynn"}),
        ("Lower Mills", {"Boston", "Milton"}),
        ("Ball Square", {"Somerville", "Medford"}),
        ("Weymouth Landing", {"Weymouth", "Braintree"}),
    ],
)
def test_a_name_of_several_towns_is_a_question_among_them(typed, towns):
    answer = resolve(typed)
    assert (answer.kind, set(answer.towns)) == (CHOOSE, towns)


def test_every_known_place_is_answered_without_another_question_first():
    for row in listed():
        assert resolve(f"{row['place']}, MA").kind in {FOUND, CHOOSE}


def test_every_code_of_a_known_place_has_streets_in_one_of_its_towns():
    for row in listed():
        towns = tables().aliases[normalise(row["place"])].towns
        for code in row["zips"].split():
            zip_code = tables().zips[code]
            assert zip_code.tells_where or row["place"] == "Bondsville"
            assert set(zip_code.towns) & set(towns)


def test_a_place_in_a_place_that_nobody_knows_is_refused(sources):
    row = {"place": "Here", "kind": "village", "lies_in": "Nowhere", "zips": ""}
    with pytest.raises(SourcesDoNotAgreeError, match="Nowhere"):
        known_places(Sources.read(sources), [row])


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("Weymouth Landng", "Weymouth Landing"),
        ("South Chelmsfrd", "South Chelmsford"),
        ("South Framingam", "South Framingham"),
        ("Boston Colege", "Boston College"),
        ("Nantaskett", "Nantasket"),
        ("Hebronvile", "Hebronville"),
    ],
)
def test_a_suggestion_is_a_name_as_people_write_it(typed, suggested):
    answer = resolve(typed)
    assert answer.kind is ResolutionKind.CONFIRM
    assert suggested in answer.towns


@pytest.mark.parametrize("typed", ["North Shore", "South Shore", "South Coast"])
def test_a_region_is_not_mistaken_for_a_place_of_the_same_direction(typed):
    assert resolve(typed).kind is ResolutionKind.UNKNOWN


@pytest.mark.parametrize(("typed", "meant"), [("North Andovr", "North Andover"), ("Weymouth Lndg", "Weymouth Landing")])
def test_a_place_with_a_direction_is_still_recognised(typed, meant):
    answer = resolve(typed)
    assert meant in {*answer.towns, str(answer.place)}
