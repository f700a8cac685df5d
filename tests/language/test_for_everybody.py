"""Where a language says “yourself” or “thank you” by who is meant, a sentence supposes nobody to be a man."""

import re

import pytest
from babel.messages.pofile import read_po

from app.language.catalogs import FOLDER
from voice_flows.words import WORDS

OF_A_MAN = {
    "pt": re.compile(r"\bvocê mesmo\b|\bobrigado\b|\bbem-vindo\b|\bpara ser \w+[ai]do\b", re.IGNORECASE),
    "es": re.compile(r"\busted mismo\b|\bbienvenido\b|\bpara ser \w+[ai]do\b", re.IGNORECASE),
}


def told(code):
    """All sentences of a language, those on pages and those of the phone."""
    with (FOLDER / code / "LC_MESSAGES" / "messages.po").open("rb") as written:
        for message in read_po(written):
            yield from [message.string] if isinstance(message.string, str) else message.string
    yield from WORDS[code].values()


@pytest.mark.parametrize("code", OF_A_MAN)
def test_no_sentence_supposes_a_man(code):
    assert [text for text in told(code) if OF_A_MAN[code].search(text)] == []
