"""A picture is drawn from headline, group and color: in every language's letters, and whatever is typed."""

import io

import pytest
from PIL import Image

from app.campaigns.look.drawn import DrawnPicture, drawn
from app.campaigns.look.letters import drawable, lacking, letters_for
from app.campaigns.look.lines import fitted

GROUP = "Massachusetts Neighbors Together"
CHINESE = "請您的州眾議員支持《安全社區法案》，保護我們的鄰居"
SIZES = (60, 40)


def picture(headline="Call now", group=GROUP, accent=""):
    return Image.open(io.BytesIO(drawn(DrawnPicture(headline, group, accent)))).convert("RGB")


def lines(text, width=500, height=150):
    return fitted(text, (width, height), SIZES, bold=True)


@pytest.mark.parametrize("headline", ["", "Call", CHINESE, "Very" * 40, "🎉", "word " * 32])
def test_it_is_as_large_as_the_networks_want_it_whatever_the_headline(headline):
    assert picture(headline).size == (1200, 630)


def test_it_is_of_the_color_that_was_chosen_and_else_of_ours():
    assert picture(accent="#7a1f5c").getpixel((5, 5)) == (0x7A, 0x1F, 0x5C)
    assert picture().getpixel((5, 5)) == (0x0F, 0x5C, 0x63)


def test_it_has_another_name_as_soon_as_it_says_something_else():
    one = DrawnPicture("Call", GROUP, "")
    assert one.name == DrawnPicture("Call", GROUP, "").name
    assert len({it.name for it in (one, DrawnPicture("Call!", GROUP, ""), DrawnPicture("Call", GROUP, "#111111"))}) == 3


@pytest.mark.parametrize(
    "text",
    ["¿Qué? ñandú ¡ya!", "Ligue já, não espere: ação", "Rele kounye a, tanpri: wè, pòt", CHINESE, "请您支持“法案”"],
)
def test_no_letter_of_our_languages_is_lacking(text):
    assert lacking(letters_for(text, 40, bold=True), text) == frozenset()


def test_what_no_letters_have_is_left_out():
    assert drawable("Call 🎉 now", letters_for("Call 🎉 now", 40, bold=True)) == "Call now"


def test_a_text_is_as_large_as_it_can_be():
    assert [lines(text).font.size for text in ("Call now", "Call your own representative today, please")] == [60, 40]


def test_what_does_not_fit_at_all_ends_where_there_is_no_more_room():
    shown = lines("word " * 100)
    assert shown.height <= 150
    assert shown.text[-1].endswith("…")


def test_a_word_that_is_wider_than_the_picture_is_cut():
    shown = lines("Oh " + "V" * 30)
    assert "".join(shown.text) == "Oh" + "V" * 30
    assert all(shown.font.getlength(line) <= 500 for line in shown.text)


def test_chinese_is_broken_anywhere_but_at_its_punctuation():
    shown = lines(CHINESE)
    assert "".join(shown.text) == CHINESE
    assert not any(line[0] in "》，" or line[-1] == "《" for line in shown.text)
