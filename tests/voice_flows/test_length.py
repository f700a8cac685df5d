"""How long prompts last, about."""

import pytest

from voice_flows.length import seconds_to_say


def test_an_english_sentence_takes_its_words_at_the_pace_of_a_voice():
    assert seconds_to_say("one two three four five six seven eight nine ten eleven", "en") == pytest.approx(4)


def test_chinese_is_counted_by_characters():
    assert seconds_to_say("您好,感谢您的来电", "zh") == pytest.approx(2)


@pytest.mark.parametrize("language", ["en", "es", "pt", "ht", "zh", "yue"])
def test_every_language_has_a_pace(language):
    assert 1 < seconds_to_say("one two three four five", language) < 3


def test_nothing_takes_no_time():
    assert seconds_to_say(" ", "en") == 0
