"""Names that mislead: each was seen to lead a simpler look-up astray."""

import pytest

from app.representatives import HowFound, ResolutionKind, resolve, town_names
from app.representatives.facts.spelling import normalise
from app.representatives.facts.tables import tables
from models import Chamber

FOUND, CHOOSE, CONFIRM = ResolutionKind.FOUND, ResolutionKind.CHOOSE, ResolutionKind.CONFIRM


def _districts(answer):
    return {tables().districts[geoid].name for geoid in answer.geoids}


def test_dorchester_is_seven_districts_of_boston_and_not_rochester():
    answer = resolve("Dorchester")
    assert (answer.kind, answer.towns, len(answer.geoids)) == (CHOOSE, ("Boston",), 7)


@pytest.mark.parametrize(
    ("village", "district"),
    [("Hyannis", "2nd Barnstable"), ("Charlestown", "2nd Suffolk"), ("East Boston", "1st Suffolk")],
)
def test_a_village_with_its_own_zip_is_found(village, district):
    answer = resolve(village)
    assert (answer.kind, answer.how, _districts(answer)) == (FOUND, HowFound.VILLAGE, {district})


def test_chestnut_hill_lies_in_three_towns():
    answer = resolve("Chestnut Hill")
    assert (answer.kind, set(answer.towns)) == (CHOOSE, {"Newton", "Brookline", "Boston"})


def test_a_village_of_three_towns_within_one_of_them():
    assert _districts(resolve("Chestnut Hill, Newton")) == {"11th Middlesex", "12th Middlesex"}
    assert resolve("Newton (Chestnut Hill)") == resolve("Chestnut Hill, Newton")


@pytest.mark.parametrize(
    ("typed", "town"),
    [
        ("N Andover", "North Andover"),
        ("no. andover mass", "North Andover"),
        ("W Roxbury", "Boston"),
        ("Mt Washington", "Mount Washington"),
        ("Manchester-by-the-Sea", "Manchester-by-the-Sea"),
        ("manchester by the sea", "Manchester-by-the-Sea"),
        ("Manchester, MA", "Manchester-by-the-Sea"),
        ("Boston MA", "Boston"),
        ("Boston, M.A. 02130 USA", "Boston"),
        ("Town of Foxboro", "Foxborough"),
        ("Attleborough", "Attleboro"),
        ("N. Attleboro, Massachusetts", "North Attleborough"),
        ("City of Lynn", "Lynn"),
        ("Bóston", "Boston"),
        ("Rochester", "Rochester"),
        ("Washington, Mass.", "Washington"),
        ("Washington 01223", "Washington"),
        ("South Hadley Falls", "South Hadley"),
        ("Lexington Ctr", "Lexington"),
        ("Downtown Worcester", "Worcester"),
    ],
)
def test_other_ways_of_writing_a_town(typed, town):
    answer = resolve(typed)
    assert answer.kind in {FOUND, CHOOSE}
    assert answer.towns == (town,)


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("Worchester", {"Worcester", "Dorchester"}),
        ("Springfeild", {"Springfield"}),
        ("Wooster", {"Worcester"}),
        ("Manchester", {"Manchester-by-the-Sea"}),
        ("New Town", {"Newton"}),
        ("NorthAndover", {"North Andover"}),
        ("Worchester Ward 4", {"Worcester"}),
    ],
)
def test_a_near_miss_is_only_suggested(typed, suggested):
    answer = resolve(typed)
    assert (answer.kind, answer.options) == (CONFIRM, ())
    assert suggested <= set(answer.towns)


@pytest.mark.parametrize(
    ("typed", "town"),
    [
        ("12 Main St, Holyoke 01040", "Holyoke"),
        ("85 Mount Auburn Street Cambridge", "Cambridge"),
        ("24 Beacon St, Boston, MA 02133", "Boston"),
        ("100 main street worcester ma", "Worcester"),
        ("7B Broadway, Lynn", "Lynn"),
        ("12 Maple Ave. Apt 3, Salem, Mass.", "Salem"),
        ("12-14 Elm St #2 Lowell", "Lowell"),
        ("3 The Hollow, Holyoke", "Holyoke"),
        ("5 Lynn Fells Pkwy, Melrose", "Melrose"),
        ("1 Court Street, Plymouth", "Plymouth"),
        ("12 Green Hill Road Salem", "Salem"),
        ("14 Court Street Place Lowell", "Lowell"),
        ("7 Broadway Lynn", "Lynn"),
        ("12 Main St 2nd Fl, Lynn", "Lynn"),
        ("Apt 3, 12 Main St, Lee", "Lee"),
        ("100 Rte 28 Harwich Port", "Harwich"),
        ("12½ Main St Lee", "Lee"),
        ("5 West St West Brookfield", "West Brookfield"),
        ("12 Main St North\nReading", "Reading"),
        ("12 Main St N Apt 3, Reading", "Reading"),
    ],
)
def test_a_street_address_says_its_town(typed, town):
    answer = resolve(typed)
    assert answer.kind in {FOUND, CHOOSE}
    assert (answer.towns, answer.has_street) == ((town,), True)


@pytest.mark.parametrize(
    "form", ["5 Main Street {}, {}", "5 Park Ave, {}, {}", "5 Elm St {} #2, {}", "5 Elm St {} - {}"]
)
def test_a_direction_before_a_comma_belongs_to_the_street(form):
    for town in town_names():
        direction, _, rest = town.partition(" ")
        if direction in {"North", "South", "East", "West"} and tables().keys.get(normalise(rest)):
            for written in (direction, direction[0]):
                assert resolve(form.format(written, rest)).towns == (tables().keys[normalise(rest)].name,)


@pytest.mark.parametrize("typed", ["North, Reading", "12 Main St New, Salem", "West (Springfield)"])
def test_what_a_comma_parts_is_no_name(typed):
    assert resolve(typed).kind is CONFIRM


@pytest.mark.parametrize("typed", ["Lynn 01905", "Lynn, 01905", "Lynn-01905", '"Lynn","MA","01905"'])
def test_a_zip_code_that_decides_is_how_it_was_found(typed):
    answer = resolve(typed)
    assert (answer.kind, answer.how, str(answer.place)) == (FOUND, HowFound.ZIP, "Lynn")


@pytest.mark.parametrize("typed", ["zip 01905", "ZIP code: 01905", "zipcode 01905-1234"])
def test_a_zip_code_may_be_called_one(typed):
    assert resolve(typed).geoids == resolve("01905").geoids


@pytest.mark.parametrize(
    "typed", ["12 Main St, Springfield #1A", "12 Main St, Boston, 6-3", "9 Elm St Lawrence A1, MA"]
)
def test_an_apartment_after_the_town_is_no_precinct(typed):
    answer = resolve(typed)
    assert answer.kind is CONFIRM
    assert answer.towns[0] in {"Springfield", "Boston", "Lawrence"}


def test_there_is_no_ward_nought():
    answer = resolve("Boston Ward 0")
    assert (answer.kind, len(answer.geoids)) == (CHOOSE, 16)
    assert "No such ward" in str(answer.why)


@pytest.mark.parametrize("typed", ["12 Main St", "1 Ashburton Place", "12 Maple St Apt 3"])
def test_a_street_alone_asks_for_its_town(typed):
    answer = resolve(typed)
    assert answer.kind is ResolutionKind.UNKNOWN
    assert "Add the town" in str(answer.why)


@pytest.mark.parametrize("typed", ["12 Main St, Worchester", "12 Boston Road", "9 Salem St, Nashua NH"])
def test_a_street_never_lends_its_name_to_a_town(typed):
    assert resolve(typed).kind is not FOUND


@pytest.mark.parametrize(
    "typed",
    ["Nashua", "Providence RI", "Hartford, CT", "Springfield, IL", "Worcester Vermont", "Washington, D.C."],
)
def test_other_states_are_outside(typed):
    assert resolve(typed).kind is ResolutionKind.OUTSIDE


@pytest.mark.parametrize(
    ("typed", "state", "suggested"),
    [
        ("Hamden", "Connecticut", "Hampden"),
        ("Glocester", "Rhode Island", "Gloucester"),
        ("Brattleboro", "Vermont", "Attleboro"),
    ],
)
def test_a_place_next_door_may_be_one_of_ours_that_is_spelled_nearly_so(typed, state, suggested):
    answer = resolve(typed)
    assert (answer.kind, answer.towns) == (CONFIRM, (suggested,))
    assert f"in {state}, not in Massachusetts" in str(answer.why)
    assert resolve(f"{typed}, {state}").kind is ResolutionKind.OUTSIDE


@pytest.mark.parametrize(
    ("typed", "towns"),
    [("Amherst 01002", ("Amherst", "Pelham")), ("Easthampton 01027", ("Easthampton", "Westhampton"))],
)
def test_a_post_office_that_serves_another_whole_town_asks_which_one(typed, towns):
    answer = resolve(typed)
    assert (answer.kind, answer.towns) == (CONFIRM, towns)
    assert all(resolve(town).kind is FOUND for town in towns)


@pytest.mark.parametrize("typed", ["Amherst", "Amherst 01003", "Great Barrington 01230", "Pelham 01002"])
def test_a_post_office_asks_nothing_where_the_district_is_the_same(typed):
    assert resolve(typed).kind is FOUND


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("woo ster", "Worcester"),
        ("low l", "Lowell"),
        ("fox burrow", "Foxborough"),
        ("new berry port", "Newburyport"),
        ("hay vrill", "Haverhill"),
        ("lemon stir", "Leominster"),
    ],
)
def test_a_name_that_a_recognizer_split_is_joined_as_a_question(heard, meant):
    answer = resolve(heard)
    assert (answer.kind, answer.towns[0]) == (CONFIRM, meant)


def test_devens_and_the_vineyard_lie_in_one_district_whatever_the_town():
    assert _districts(resolve("Devens")) == {"37th Middlesex"}
    assert _districts(resolve("Martha's Vineyard")) == {"Barnstable, Dukes and Nantucket"}
    assert resolve("Devens", chamber=Chamber.SENATE).kind is CHOOSE


def test_millers_falls_is_asked_though_its_zip_touches_one_district():
    assert _districts(resolve("Millers Falls 01349")) == {"1st Franklin", "2nd Franklin"}


def test_a_neighbourhood_larger_than_its_zip_is_asked():
    assert len(resolve("North Quincy").geoids) == 3


def test_a_precinct_that_was_divided_is_asked():
    assert _districts(resolve("Acton Precinct 6")) == {"14th Middlesex", "37th Middlesex"}
    assert _districts(resolve("Acton Precinct 6A")) == {"37th Middlesex"}


@pytest.mark.parametrize(
    "typed", ["Boston Ward 6 Precinct 3", "boston w6 p3", "Precinct 3, Ward 06, Boston", "Boston 6-3"]
)
def test_a_precinct_is_found_however_it_is_written(typed):
    answer = resolve(typed)
    assert (answer.kind, answer.how, _districts(answer)) == (FOUND, HowFound.PRECINCT, {"4th Suffolk"})


def test_a_precinct_that_does_not_exist_is_a_question_about_the_town():
    assert resolve("Holyoke Ward 99").kind is CHOOSE


def test_a_precinct_outside_its_village_is_a_question():
    assert _districts(resolve("Hyannis Precinct 3")) == {"2nd Barnstable"}
    assert _districts(resolve("Hyannis Precinct 10")) == {"2nd Barnstable", "5th Barnstable"}


def test_a_zip_tells_two_manchesters_apart():
    assert resolve("Manchester", zip_code="01944").kind is FOUND
    assert resolve("Manchester", zip_code="03101").kind is CONFIRM


def test_a_choice_can_be_settled():
    answer = resolve("Acton")
    settled = answer.settled(answer.geoids[1], HowFound.CHOSEN)
    assert (settled.kind, settled.how, settled.geoids) == (FOUND, HowFound.CHOSEN, answer.geoids[1:])
    with pytest.raises(ValueError, match="none of the options"):
        answer.settled("25001", HowFound.CHOSEN)


@pytest.mark.parametrize(
    "typed", ["Maple Street Holyoke", "Holyoke", "Dorchester", "Nowhere", "Hamden", "12 Maple St, Lee"]
)
def test_what_is_asked_again_is_answered_alike(typed):
    assert [resolve(typed), resolve(typed, chamber=Chamber.SENATE)] * 2 == [
        resolve(typed, chamber=chamber) for chamber in (Chamber.HOUSE, Chamber.SENATE) * 2
    ]
