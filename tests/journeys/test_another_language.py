"""A call that was asked for on a page in another language is spoken in that language, up to the script."""

import re

import pytest
import requests

from tests.world.patience import PATIENCE
from tests.world.people.supporter import PHONE, TOKEN

GREETINGS = {
    "es": "Hola. Esta es una llamada automática de Massachusetts Neighbors Together.",
    "pt": "Olá. Esta é uma ligação automática de Massachusetts Neighbors Together.",
    "ht": "Bonjou. Se yon apèl otomatik Massachusetts Neighbors Together",
    "zh_Hans": "您好，这是Massachusetts Neighbors Together的自动来电，是您要求我们打来的。",
    "zh_Hant": "你好，呢個係Massachusetts Neighbors Together嘅自動電話，係你叫我哋打嚟嘅。",
}


@pytest.fixture
def asks_in(world):
    """Choose a language on the page, fill the form there, press the button; what the next page says."""

    def asks_in(language):
        with requests.Session() as browser:
            url = f"{world.everything.web_url}/c/safe-communities"
            page = browser.get(f"{url}?language={language}", timeout=PATIENCE).text
            box = re.search(r'name="consent" value="(\w+)"', page)[1]
            form = {"token": TOKEN.search(page)[1], "phone": PHONE, "town": "Holyoke", "consent": box}
            followed = browser.post(f"{url}/call", data=form, timeout=PATIENCE)
        world.waits()
        return followed.text

    return asks_in


@pytest.mark.parametrize("language", GREETINGS)
def test_they_are_greeted_in_the_language_of_the_page(world, supporter, office, asks_in, language):
    office.answers().talks_for(10)
    asks_in(language)
    assert world.program_says().startswith(GREETINGS[language])
    assert world.call_log.only().talk_seconds == 10


def test_the_page_of_the_call_speaks_it_too(supporter, office, asks_in):
    office.answers().talks_for(10)
    assert '<html lang="es">' in asks_in("es")
