"""Writes docs/voice-flows.md: the flows, and every sentence in every language with what it says in English.

`make voice-flows` runs it. What a sentence says in English is kept in `tools/back_translations`, each with a digest
of the sentence, so that none outlives it. Whoever speaks the language reads it there, and puts right what is wrong.
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.calls.steps.table import MAY_BECOME
from app.rehearsal.phases.labels import LANGUAGES
from voice_flows.describe import describe
from voice_flows.words import WORDS

FOLDER = Path(__file__).with_name("back_translations")
SECONDS = Path(__file__).with_name("rehearsed.json")  # `make read-aloud` writes it
SAME, ENGLISH = "=", "en"
INTRODUCTION = """\
## Every sentence in every language

Beside each stands what it says in English, word by word, as somebody who had not written it translated it back: so that
an organizer who reads no other language sees what is said in their name.
"""
READ_ALOUD = """\
## How long a call is heard

A whole call to the hotline (`flask rehearse --hotline --zip 01040`): all that the program says in it, read aloud to a
file by espeak-ng, a second voice, and measured (`make read-aloud`). Our estimate counts words, and what is recorded.

| language | seconds of speech | seconds by our estimate |
|---|--:|--:|
"""


def digest(sentence: str) -> str:
    """Changes when the sentence does."""
    return f"{zlib.crc32(sentence.encode()):08x}"


def translated_back(language: str) -> Mapping[str, tuple[str, str]]:
    """By the name of each sentence: the digest of what was translated back, and the English."""
    lines = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    told = (line.split(" | ", 2) for line in lines)
    return {key: (made_from, WORDS[ENGLISH][key] if back == SAME else back) for key, made_from, back in told}


def document() -> str:
    """All of it."""
    tables = "\n".join(_table(language) for language in WORDS if language != ENGLISH)
    return f"{describe(MAY_BECOME)}\n{READ_ALOUD}{''.join(_measured())}\n{INTRODUCTION}\n{tables}"


def _measured() -> Iterator[str]:
    for language, told in json.loads(SECONDS.read_text(encoding="utf-8")).items():
        yield f"| {LANGUAGES[language]} | {told['read']} | {told['estimated']} |\n"


def _table(language: str) -> str:
    back = translated_back(language)
    rows = "".join(f"| `{key}` | {text} | {back[key][1]} |\n" for key, text in WORDS[language].items())
    return f"### {LANGUAGES[language]}\n\n| sentence | as it is said | what it says |\n|---|---|---|\n{rows}"


if __name__ == "__main__":
    print(document(), end="")  # noqa: T201 - it is what this program is for
