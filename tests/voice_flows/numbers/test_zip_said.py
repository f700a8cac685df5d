"""The ZIP code in what people say, and in what a carrier makes of it."""

import pytest

from voice_flows.numbers.zip_said import place_said

CAMBRIDGE = {
    "en": [
        *("02139", "0 2 1 3 9", "021 39", "02 139.", "O2139", "o 2139", "zip02139", "02-139", "0-2-1-3-9"),
        *("oh two one three nine", "zero two one three nine", "Oh, 02139", "oh twenty one thirty nine"),
        *("My ZIP code is 02139.", "it's oh two one three nine, please", "um 0 2 1 uh 3 9", "zip code 02139 thanks"),
        *("02139-4307", "021394307", "02139 4307", "oh two one three nine dash four three oh seven"),
        *("02139 02139", "02139, I think 02139", "oh to one tree nein", "oh too won free nine", "02139 for"),
    ],
    "es": [
        *("02139", "cero dos uno tres nueve", "Mi código postal es cero dos uno tres nueve."),
        *("cero veintiuno treinta y nueve", "eh, cero dos uno 39, por favor", "02139 guion 4307"),
    ],
    "pt": [
        *("02139", "zero dois um três nove", "Meu ZIP code é zero dois um três nove."),
        *("zero dois um trinta e nove", "o meu cep é 02139", "zero duas uma três nove"),
    ],
    "ht": ["02139", "zewo de en twa nèf", "zéro deux un trois neuf"],
    "zh": ["02139", "零二一三九", "〇二幺三九。", "我的邮编是零二一三九", "０２１３９", "嗯，零二 一三九，谢谢"],
}
WITHOUT_ZERO = {
    "en": [
        "2139",
        "2 1 3 9",
        "2,139",
        "21:39",
        "two one three nine",
        "twenty one thirty nine",
        "2139-4307",
        "for 2139",
    ],
    "es": ["2139", "2.139", "dos uno tres nueve", "veintiuno treinta y nueve"],
    "pt": ["dois um três nove", "meu zip é 2139"],
    "ht": ["de en twa nèf"],
    "zh": ["二一三九", "邮编二幺三九"],
}
OTHER_DIGITS = [
    *("", "um", "nine", "0213", "021390", "213", "21394307", "617 555 0123", "02138 no 02139", "0213 then 9"),
    *("oh two tonight one three nine", "channel 5 in 2026", "one hundred", "double", "forty", "dash"),
]


def cases(table):
    return [(language, speech) for language, told in table.items() for speech in told]


@pytest.mark.parametrize(("language", "speech"), cases(CAMBRIDGE))
def test_five_digits_are_heard_however_they_are_said(language, speech):
    said = place_said(speech, language)
    assert (said.zip_code, said.words, said.without_zero) == ("02139", "", False)


@pytest.mark.parametrize(("language", "speech"), cases(WITHOUT_ZERO))
def test_a_zero_that_was_left_out_is_put_before(language, speech):
    said = place_said(speech, language)
    assert (said.zip_code, said.words, said.without_zero) == ("02139", "", True)


@pytest.mark.parametrize("speech", OTHER_DIGITS)
def test_other_digits_are_no_zip_code(speech):
    assert place_said(speech, "en").zip_code == ""


@pytest.mark.parametrize(
    ("speech", "zip_code"),
    [
        ("oh one double oh one", "01001"),
        ("oh one oh oh to", "01002"),
        ("double oh one oh oh", "00100"),
        ("ten forty", "01040"),
        ("oh one oh for oh", "01040"),
        ("oh eighteen twenty", "01820"),
        ("ninety thousand two ten", ""),
        ("double dash oh one oh four oh", "01040"),
        ("90210", "90210"),
        ("at 9 02139 tonight", "02139"),
        ("02139 in the year 2026", "02139"),
    ],
)
def test_numbers_of_several_words_are_put_together(speech, zip_code):
    assert place_said(speech, "en").zip_code == zip_code


@pytest.mark.parametrize(
    ("speech", "zip_code", "words"),
    [
        ("Boston, 02128", "02128", "boston"),
        ("I live in Holyoke oh one oh four oh", "01040", "holyoke"),
        ("2139 Cambridge please", "02139", "cambridge"),
        ("I live in Holyoke", "", "holyoke"),
        ("We moved to Lynn two years ago", "", "we moved to lynn two years ago"),
    ],
)
def test_the_other_words_are_kept_without_what_is_said_around_a_place(speech, zip_code, words):
    said = place_said(speech, "en")
    assert (said.zip_code, said.words) == (zip_code, words)
