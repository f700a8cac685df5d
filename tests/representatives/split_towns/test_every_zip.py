"""Every ZIP code of the sources, alone and with its towns."""

from app.representatives import HowFound, ResolutionKind, resolve
from app.representatives.facts.tables import tables
from models import Chamber


def _districts(row, chamber, geoid_of):
    return {geoid_of[chamber, name.strip()] for name in row[chamber].split(";") if name.strip()}


def test_a_street_zip_with_an_area_leads_to_all_its_districts(source_rows, geoid_of):
    for row in source_rows("ma_zips.csv"):
        if (row["type"], row["source"], row["state"]) == ("STANDARD", "census", "MA"):
            for chamber in Chamber:
                districts = _districts(row, chamber, geoid_of)
                answer = resolve(row["zip"], chamber=chamber)
                assert set(answer.geoids) == districts
                assert (answer.kind is ResolutionKind.FOUND) == (len(districts) == 1)


def test_a_post_box_is_found_only_if_its_towns_lie_in_one_district(source_rows):
    for row in source_rows("ma_zips.csv"):
        if row["type"] != "STANDARD" or row["source"] != "census":
            answer = resolve(row["zip"])
            of_towns = {share.geoid for town in answer.towns for share in tables().towns[town].house}
            assert of_towns <= set(answer.geoids)
            assert answer.kind is (ResolutionKind.FOUND if len(answer.geoids) == 1 else ResolutionKind.CHOOSE)


def test_every_zip_means_the_same_with_four_more_digits(source_rows):
    for row in source_rows("ma_zips.csv"):
        assert resolve(f" {row['zip']}-1234 ") == resolve(row["zip"]) == resolve("", zip_code=row["zip"])


def test_a_town_with_its_own_zip_never_leaves_the_town():
    for zip_code in tables().zips.values():
        for town in zip_code.towns:
            answer = resolve(town, zip_code=zip_code.code)
            assert set(answer.geoids) <= {share.geoid for share in tables().towns[town].house}


def test_a_town_and_a_zip_are_found_only_if_both_agree():
    for zip_code in list(tables().zips.values())[::7]:
        for town in list(tables().towns)[::5]:
            answer = resolve(f"{town} {zip_code.code}")
            if answer.kind is ResolutionKind.FOUND and len(tables().towns[town].house) > 1:
                assert town in zip_code.towns
                assert zip_code.tells_where
                assert set(answer.geoids) <= set(zip_code.house)


def test_a_contradicting_zip_is_a_question_even_for_a_whole_town():
    answer = resolve("Holyoke", zip_code="02130")
    assert (answer.kind, answer.geoids) == (ResolutionKind.CHOOSE, resolve("Holyoke").geoids)


def test_a_zip_narrows_a_split_town():
    answer = resolve("Boston", zip_code="02130")
    assert (answer.how, len(answer.geoids)) == (HowFound.TOWN, 4)


def test_a_zip_of_another_state_is_outside():
    assert {resolve(code).kind for code in ("06103", "03060", "02903", "02861", "90210")} == {ResolutionKind.OUTSIDE}


def test_a_zip_that_does_not_exist_is_unknown():
    assert {resolve(code).kind for code in ("02000", "2130", "021301", "02130-12")} == {ResolutionKind.UNKNOWN}


def test_two_different_zips_decide_nothing():
    assert resolve("02130", zip_code="01040").kind is ResolutionKind.UNKNOWN
    assert resolve("Holyoke 01040", zip_code="01041").kind is ResolutionKind.CHOOSE
