"""How long prompts last, about; and what is too long for a voice is divided, and nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world.carrier.twiml import elements
from tests.world.examples import MANY
from voice_flows.length import MOST_BYTES, portions, seconds_to_say
from voice_flows.twiml import render
from voice_flows.verbs import HangUp, Say


def test_an_english_sentence_takes_its_words_at_the_pace_of_a_voice():
    assert seconds_to_say("one two three four five six seven eight nine ten eleven", "en") == pytest.approx(4)


def test_chinese_is_counted_by_characters():
    assert seconds_to_say("您好,感谢您的来电", "zh") == pytest.approx(2)


@pytest.mark.parametrize("language", ["en", "es", "pt", "ht", "zh", "yue"])
def test_every_language_has_a_pace(language):
    assert 1 < seconds_to_say("one two three four five", language) < 3


def test_nothing_takes_no_time():
    assert seconds_to_say(" ", "en") == 0


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_what_fits_is_said_at_once():
    assert portions("One. Two.") == ("One. Two.",)


@pytest.mark.parametrize(
    ("text", "most", "divided"),
    [
        ("One two. Three four. Five.", 21, ("One two. Three four.", "Five.")),
        ("“Now!” he said. Then no more.", 20, ("“Now!” he said.", "Then no more.")),
        ("one two three", 8, ("one two", "three")),
        ("你好。你好。", 10, ("你好。", "你好。")),
        ("abcdef", 4, ("abcd", "ef")),
        ("$1.50 is not two sentences.", 12, ("$1.50 is not", "two", "sentences.")),
    ],
)
def test_it_is_divided_where_a_reader_takes_breath(text, most, divided):
    assert portions(text, most) == divided


@MANY
@given(st.text(), st.integers(min_value=4, max_value=40))
def test_nothing_is_lost_and_every_portion_fits(text, most):
    divided = portions(text, most)
    assert squeezed("".join(divided)) == squeezed(text)
    assert all(len(portion.encode(errors="replace")) <= most for portion in divided)


def test_a_long_paragraph_becomes_several_elements_with_one_silence_at_the_end():
    twiml = render((Say("We ask for justice. " * 400, pause=0.8), HangUp()))
    said = [element for element in elements(twiml) if element.tag == "Say"]
    assert len(said) == 3
    assert all(len(element.text.encode()) <= MOST_BYTES for element in said)
    assert [len(list(element)) for element in said] == [0, 0, 1]


@pytest.mark.parametrize(("text", "many"), [("é" * (MOST_BYTES // 2), 1), ("é" * MOST_BYTES, 2)])
def test_it_is_bytes_that_count(text, many):
    assert len(portions(text)) == many
