"""docs/voice-flows.md says what the flows say."""

from pathlib import Path

from tests.world.every import every
from tools.voice_flows import digest, document, translated_back
from voice_flows.blanks import blanks_in
from voice_flows.click_to_call import FLOW
from voice_flows.words import WORDS

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "voice-flows.md"
DESCRIBED = document()
WHEN_NOTHING_IS_KNOWN = {"trouble", "unknown_call", "no_campaign"}
MENU = {"your_name", "your_town"}  # within a script


def test_the_document_is_what_the_flows_say():
    assert DOCUMENT.read_text(encoding="utf-8") == DESCRIBED, "run `make voice-flows`"


@every("step", sorted(FLOW.steps))
def test_every_step_has_its_place(step):
    assert f"### {step}\n" in DESCRIBED


@every("key", sorted(set(WORDS["en"]) - WHEN_NOTHING_IS_KNOWN - MENU))
def test_every_sentence_is_said_at_some_step(key):
    text = WORDS["en"][key]
    longest = max(text.replace("}", "{").split("{")[::2], key=len)
    assert longest.strip() in DESCRIBED


@every(("language", "key"), [(language, key) for language, words in WORDS.items() if language != "en" for key in words])
def test_what_every_sentence_says_in_english_was_read_afresh(language, key):
    made_from, back = translated_back(language)[key]
    assert made_from == digest(WORDS[language][key]), "translate it back anew, in tools/back_translations"
    assert set(blanks_in(back)) == set(blanks_in(WORDS[language][key]))
