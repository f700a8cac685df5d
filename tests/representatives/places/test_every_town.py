"""Every municipality and every precinct of the sources, asked one by one."""

from app.representatives import HowFound, ResolutionKind, resolve, town_names
from app.representatives.facts.tables import tables
from models import Chamber


def test_there_are_351_municipalities_in_order(source_towns):
    assert list(town_names()) == sorted(town["town"] for town in source_towns)


def test_a_town_is_found_exactly_if_it_lies_in_one_district(source_towns, geoid_of):
    for town in source_towns:
        for chamber in Chamber:
            answer = resolve(f"{town['town']}, MA", chamber=chamber)
            districts = {geoid_of[chamber, part["district"]] for part in town[chamber]}
            assert answer.towns == (town["town"],)
            assert set(answer.geoids) == districts
            assert (answer.kind is ResolutionKind.FOUND) == (len(districts) == 1)


def test_259_towns_are_whole_and_92_are_split():
    kinds = [resolve(f"{town}, MA").kind for town in town_names()]
    assert (kinds.count(ResolutionKind.FOUND), kinds.count(ResolutionKind.CHOOSE)) == (259, 92)


def test_a_town_that_is_called_like_a_state_or_a_country_asks_whether_it_is_meant():
    asked = [town for town in town_names() if resolve(town).kind is ResolutionKind.CONFIRM]
    assert asked == ["Florida", "Holland", "Peru", "Wales", "Washington"]
    for town in asked:
        (sure,) = resolve(town).towns
        assert (sure, resolve(sure).towns) == (f"{town}, Massachusetts", (town,))


def test_shares_and_parts_agree_with_the_sources(source_towns, geoid_of):
    for town in source_towns:
        for chamber in Chamber:
            shares = {option.geoid: option.share for option in resolve(f"{town['town']}, MA", chamber=chamber).options}
            for part in town[chamber]:
                assert abs(shares[geoid_of[chamber, part["district"]]] - part["share"]) < 0.001


def test_options_come_largest_share_first():
    for town in town_names():
        shares = [option.share for option in resolve(town).options]
        assert shares == sorted(shares, reverse=True)


def _asked(row):
    ward = f"Ward {row['ward']} " if row["ward"] else ""
    return f"{row['town']} {ward}Precinct {row['precinct']}"


def test_every_precinct_leads_to_its_district_and_to_no_other(source_rows, geoid_of):
    questions = 0
    for row in source_rows("ma_precincts.csv"):
        for chamber in Chamber:
            answer = resolve(_asked(row), chamber=chamber)
            geoid = geoid_of[chamber, row[chamber]]
            assert answer.how is HowFound.PRECINCT
            assert geoid in answer.geoids
            assert answer.kind is (ResolutionKind.FOUND if len(answer.geoids) == 1 else ResolutionKind.CHOOSE)
            questions += len(answer.geoids) > 1
    assert questions < 120  # only where a sub-precinct (6A beside 6) votes elsewhere


def test_the_short_form_of_a_precinct_means_the_same():
    for town in town_names():
        for row in tables().precincts[town]:
            if row.ward:
                long = resolve(f"{town} Ward {row.ward} Precinct {row.precinct}")
                short = resolve(f"{town} {row.ward}-{row.precinct}")
                assert short.geoids == long.geoids


def test_a_precinct_with_a_letter_may_be_written_in_one():
    for town in town_names():
        for row in tables().precincts[town]:
            label = row.ward + row.precinct
            if row.ward.isdigit() != row.precinct[0].isdigit() and not label.isdigit() and not label.isalpha():
                long = resolve(f"{town} {f'Ward {row.ward} ' if row.ward else ''}Precinct {row.precinct}")
                assert resolve(f"{town} {label.lower()}").geoids == long.geoids
                assert resolve(f"{town} {label}").place == long.place


def test_a_ward_leads_to_the_districts_of_its_precincts():
    for town in town_names():
        rows = tables().precincts[town]
        for ward in {row.ward for row in rows} - {""}:
            answer = resolve(f"Ward {ward}, {town}")
            assert set(answer.geoids) == {row.house for row in rows if row.ward == ward}
