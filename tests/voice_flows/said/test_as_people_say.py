"""Numbers of bills and districts as people in Massachusetts say them, and each name by the voice that can say it."""

import pytest

from tests.world.carrier.twiml import elements
from tests.world.graph import said
from tests.world.known import known
from voice_flows.names import OwnTitle, Title, Titled
from voice_flows.said.as_people_say import cardinal, elsewhere, in_english, ordinal
from voice_flows.speak import say
from voice_flows.twiml import Aloud, render
from voice_flows.values import parts_in, spoken_in


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("H.3269", "H. thirty-two sixty-nine"),
        ("H. 3269, an act", "H. thirty-two sixty-nine, an act"),
        ("S2205", "S. twenty-two oh five"),
        ("HD.4100", "H. D. forty-one hundred"),
        ("House Bill 4000", "House Bill four thousand"),
        ("Senate No. 105", "Senate No. one oh five"),
        ("H.12345", "H. 1 2 3 4 5"),
        ("H.9", "H. nine"),
        ("1st Franklin", "First Franklin"),
        ("22nd Middlesex", "Twenty-second Middlesex"),
        ("12th Essex", "Twelfth Essex"),
        ("the U.S. 20", "the U.S. 20"),
        ("I-93 S 2.5 miles", "I-93 S 2.5 miles"),
        ("route 128", "route 128"),
    ],
)
def test_in_english(written, told):
    assert in_english(written) == told


def test_elsewhere_a_bill_is_digits():
    assert elsewhere("la ley H.3269") == "la ley H. 3 2 6 9"


@pytest.mark.parametrize(("number", "words"), [(1, "First"), (3, "Third"), (20, "Twentieth"), (35, "Thirty-fifth")])
def test_places_in_a_row(number, words):
    assert ordinal(number) == words


@pytest.mark.parametrize(("number", "words"), [(10, "ten"), (13, "thirteen"), (40, "forty"), (59, "fifty-nine")])
def test_counts(number, words):
    assert cardinal(number) == words


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "the First Franklin district"),
        ("es", "El distrito de First Franklin"),
        ("pt", "O distrito de First Franklin"),
        ("ht", "Distri First Franklin"),
        ("zh", "First Franklin选区"),
        ("yue", "First Franklin選區"),
    ],
)
def test_a_vacant_seat_is_that_of_a_district(language, told):
    assert spoken_in(language, Titled("1st Franklin", is_district=True)) == told


def test_a_seat_of_no_chamber_is_of_no_district():
    assert spoken_in("en", Titled("Governor")) == "Governor"


@pytest.mark.parametrize(
    ("title", "languages"),
    [
        (Title.REPRESENTATIVE, ["ht", "en"]),
        (OwnTitle("Governor"), ["en"]),
        (OwnTitle("Governor", (("ht", "Gouvènè"),)), ["ht", "en"]),
    ],
)
def test_a_title_is_said_in_the_language_it_has(title, languages):
    assert [part.language for part in parts_in("ht", Titled("Ana Diaz", title))] == languages


@pytest.mark.parametrize("language", ["es", "pt", "zh", "yue"])
def test_names_are_left_to_english(language):
    spoken = elements(render((say("connecting", known(language=language)),)))
    assert [
        (one.text, one.get("{http://www.w3.org/XML/1998/namespace}lang")) for one in spoken if one.tag == "lang"
    ] == [("Pat Duffy", "en-US")]


def test_an_english_subject_among_other_words_is_read_in_english():
    spoken = elements(render((say("whom", known(language="es", subject="the Act", subject_own=False)),)))
    assert "the Act" in [one.text for one in spoken if one.tag == "lang"]


def test_the_newer_voices_are_a_setting():
    voices = [
        {one.get("voice") for one in elements(render((say("farewell", known()),), aloud=Aloud(neural=it)))} - {None}
        for it in (False, True)
    ]
    assert voices == [{"Polly.Joanna"}, {"Polly.Joanna-Neural"}]


def test_a_group_may_have_another_name_on_the_phone():
    told = said(["greeting", "goodbye"], group_said="Neighbors")
    assert told.count("Neighbors") == 3
    assert "Neighbors Together" not in told


def test_who_waits_is_told_their_number():
    assert "you are number 3" in said(["waits_turn"], ahead=2)
