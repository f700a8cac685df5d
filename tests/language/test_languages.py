"""Which language a browser asks for."""

import pytest

from app.language.languages import LANGUAGES, asked_for
from voice_flows.words import WORDS


@pytest.mark.parametrize(
    ("tags", "code"),
    [
        (["es-MX", "en"], "es"),
        (["de-DE", "pt-BR", "en"], "pt"),
        (["ht-HT"], "ht"),
        (["zh"], "zh_Hans"),
        (["zh-CN"], "zh_Hans"),
        (["zh-SG"], "zh_Hans"),
        (["zh-TW"], "zh_Hant"),
        (["zh-HK"], "zh_Hant"),
        (["zh-MO"], "zh_Hant"),
        (["zh-Hant-US"], "zh_Hant"),
        (["zh-Hans-HK"], "zh_Hans"),
        (["yue"], "zh_Hant"),
        (["EN-us", "es"], "en"),
        (["de", "fr"], "en"),
        (["*"], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_that_we_have_is_taken(tags, code):
    assert asked_for(tags).code == code


def test_the_phone_speaks_every_language_of_the_pages():
    assert {language.voice for language in LANGUAGES} == set(WORDS)
