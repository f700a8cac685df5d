"""What office holders are called: by their chamber, or in each language as organizers wrote it."""

import pytest

from app.campaigns.script_shown import shown_script
from app.campaigns.texts import ToldScript
from app.language.languages import LANGUAGES
from app.representatives.titles import title_of
from models import Chamber
from tests.world.every import every
from tests.world.offices import TITLES
from voice_flows.names import Title, Titled
from voice_flows.values import spoken_in

HEALEY = Titled("Maura Healey", title_of(None, TITLES))


def test_a_legislator_is_called_by_their_chamber():
    assert title_of(Chamber.SENATE, None) is Title.SENATOR


@every("language", [it for it in LANGUAGES if it.code != "zh_Hant"])
def test_the_phone_says_the_title_in_its_language(language):
    assert spoken_in(language.voice, HEALEY) == f"{TITLES[language.code]} Maura Healey"


@every("language", LANGUAGES)
def test_a_script_has_it_in_the_language_of_its_reader(language):
    told = ToldScript("I ask [Representative].", "[Representative]!", language.code)
    shown = shown_script(told, whom=HEALEY)
    assert shown.english[0][1].text == "Governor Maura Healey"
    own = shown.own[0][0].text if shown.own else "Governor Maura Healey"
    assert own == f"{TITLES[language.code]} Maura Healey"


def test_where_it_is_not_written_it_is_said_in_english():
    title = title_of(None, {"en": "Governor", "zh_Hant": "州長"})
    assert [spoken_in(it, Titled("Maura Healey", title)) for it in ("es", "zh")] == [
        "Governor Maura Healey",
        "州長 Maura Healey",
    ]


@pytest.mark.parametrize("titles", [None, {}])
def test_whoever_has_none_is_called_by_name(titles):
    assert str(Titled("Department of Public Health", title_of(None, titles))) == "Department of Public Health"
