"""What there is to say of a script as it is written."""

import pytest

from app.demo_campaign import ENGLISH
from app.organizers.campaigns.script.remarks import About, Remark, nobody_fills, remarks
from voice_flows.length import MOST_BYTES

SOUND = "Hello, I am [name] from [Town]. I ask [Representative] for help."


def about(name: str, text: str) -> list[About]:
    return [remark.about for remark in remarks(name, text)]


@pytest.mark.parametrize("name", ["script", "voicemail_script", "thanks_script"])
def test_of_a_sound_script_and_of_none_nothing_is_said(name: str) -> None:
    assert (about(name, SOUND), about(name, "")) == ([], [])


def test_of_the_demos_own_words_nothing_is_said() -> None:
    assert about("voicemail_script", str(ENGLISH["voicemail_script"])) == []


@pytest.mark.parametrize(
    ("lacking", "what"),
    [("[name]", About.LACKS_NAME), ("[Town]", About.LACKS_TOWN), ("[Representative]", About.LACKS_WHOM)],
)
def test_a_blank_that_it_should_have_is_missed(lacking: str, what: About) -> None:
    assert about("script", SOUND.replace(lacking, "somebody")) == [what]


def test_the_office_takes_the_place_of_its_holder() -> None:
    assert about("script", SOUND.replace("[Representative]", "[office]")) == []


def test_thanks_need_not_say_who_is_calling() -> None:
    assert about("thanks_script", "Thank you, [Representative].") == []


def test_what_stands_in_brackets_and_is_filled_in_by_nobody_is_told_once() -> None:
    assert nobody_fills("[bill] and [bill] of [name], [ what you ask ]") == ("[bill]", "[ what you ask ]")
    assert remarks("script", f"{SOUND} [bill]") == (Remark(About.NOBODY_FILLS, what="[bill]"),)


def test_what_is_long_to_hear_is_told() -> None:
    long = "We ask for this. " * 50
    assert remarks("script", SOUND + "\n\n" + long) == (
        Remark(About.LONG, many=77),
        Remark(About.LONG_PARAGRAPH, nth=2, many=73),
    )


def test_a_paragraph_that_no_voice_says_at_once_is_told() -> None:
    found = remarks("script", SOUND + "\n\n" + "é" * MOST_BYTES)
    assert found == (Remark(About.TOO_LONG_AT_ONCE, nth=2, many=2),)
