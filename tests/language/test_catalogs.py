"""Every sentence that a supporter may read is translated into every language, with its blanks and its tags."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from app.language.catalogs import FOLDER
from app.language.languages import ENGLISH, LANGUAGES

APP = Path(__file__).resolve().parents[2] / "app"
METHODS = [("templates/**.html", "jinja2"), ("**.py", "python")]
WORDS = {"_": None, "sentence": None, "counted": (1, 2)}
CODES = [language.code for language in LANGUAGES if language is not ENGLISH]
KEPT = re.compile(r"%\(\w+\)s|<[^>]+>")


def extracted():
    """What `make translations` would find in the sources, by its first form."""
    found = extract_from_dir(APP, METHODS, keywords=WORDS, options_map={"templates/**.html": {"silent": "false"}})
    return {message if isinstance(message, str) else message[0]: message for _, _, message, _, _ in found}


@pytest.fixture(scope="module")
def sources():
    return extracted()


@pytest.fixture(scope="module", params=CODES)
def catalog(request) -> Catalog:
    with (FOLDER / request.param / "LC_MESSAGES" / "messages.po").open("rb") as written:
        return read_po(written, locale=request.param)


def forms(words):
    """One form of a sentence, or all that differ by a number."""
    return (words,) if isinstance(words, str) else tuple(words)


def messages(catalog):
    return [message for message in catalog if message.id]


def test_there_is_a_catalog_for_every_language_and_no_other():
    assert {path.name for path in FOLDER.iterdir()} == set(CODES)


def test_the_sources_are_full_of_sentences(sources):
    assert len(sources) > 250


def test_nothing_is_missing_and_nothing_left_over(sources, catalog):
    assert {forms(message.id)[0] for message in messages(catalog)} == set(sources)


def test_everything_is_translated_and_nothing_is_a_guess(catalog):
    undone = [message.id for message in messages(catalog) if not all(forms(message.string)) or message.fuzzy]
    assert undone == []


def test_blanks_and_tags_stay(catalog):
    for message in messages(catalog):
        many = sorted(KEPT.findall(forms(message.id)[-1]))
        fewer = sorted(KEPT.findall(forms(message.id)[0]))
        *singular, plural = forms(message.string)
        assert sorted(KEPT.findall(plural)) == many, message.id
        assert all(sorted(KEPT.findall(form)) in (many, fewer) for form in singular), message.id


def test_a_sentence_ends_as_it_does_in_english(catalog):
    ends = {".": ".。", "?": "?？", ":": ":：", "!": "!！"}
    wrong = [
        message.string
        for message in messages(catalog)
        for text, said in [(forms(message.id)[-1], forms(message.string)[-1])]
        if text[-1] in ends and said[-1] not in ends[text[-1]]
    ]
    assert wrong == []


def test_nothing_breaks_out_of_an_attribute(catalog):
    written = [form for message in messages(catalog) for form in forms(message.string)]
    assert not [form for form in written if '"' in KEPT.sub("", form)]
    assert not [form for form in written if "%" in KEPT.sub("", form)]


def test_plurals_are_those_of_the_language(catalog):
    expected = {"es": "(n != 1)", "pt": "(n > 1)", "ht": "(n > 1)", "zh_Hans": "0", "zh_Hant": "0"}
    assert catalog.plural_expr == expected[str(catalog.locale)]


def test_only_simplified_characters_in_one_and_only_traditional_in_the_other():
    texts = {code: (FOLDER / code / "LC_MESSAGES" / "messages.po").read_text() for code in ("zh_Hans", "zh_Hant")}
    assert not set("們這說電話號碼選擇請") & set(texts["zh_Hans"])
    assert not set("们这说电话号码选择请") & set(texts["zh_Hant"])
