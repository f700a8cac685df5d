"""Before publishing, organizers read in one sentence what changes, in which languages, and who keeps what was."""

import pytest

from app.calls.shown.under_way import UnderWay
from app.campaigns.editions.compare import differences
from app.campaigns.editions.content import Content
from app.campaigns.editions.fields import with_fields
from app.organizers.editions.concerns import concerns

NOBODY = UnderWay(on_the_phone=0, waiting=0, booked=0)
SPANISH = {("translations", "es", "texts", "headline"): "Llame"}


def told(fields, calls=NOBODY, before=None):
    was = with_fields(Content(), before or {})
    now = with_fields(was, fields)
    return concerns(differences(was, now), now, calls)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({("group_said",): "Us"}, "This changes what is said on the phone, in every language."),
        ({("group",): "Us"}, "This changes the page and what is said on the phone, in every language."),
        ({("english", "headline"): "Call"}, "This changes the page, in every language."),
        (SPANISH, "This changes the page, in Spanish."),
        ({("prompts", "zh", "goodbye"): {"text": "再见。"}}, "This changes what is said on the phone, in Mandarin."),
        ({("languages",): ["en"]}, "This changes nothing that supporters meet."),
        ({("whom", "rule"): "both"}, "This changes whom supporters call."),
        (
            {("look", "accent"): "#111111", ("when", "ends_at"): "2099-12-01T22:30:00Z"},
            "This changes the page and when anybody is rung, in every language.",
        ),
    ],
)
def test_what_changes_and_in_which_languages(fields, sentence):
    assert told(fields) == sentence


def test_another_english_is_met_where_nothing_is_translated():
    languages = told({("english", "headline"): "Call"}, before=SPANISH).partition("in ")[2]
    assert languages == "English, Portuguese, Haitian Creole, Chinese (simplified) and Chinese (traditional)."


@pytest.mark.parametrize(
    ("calls", "sentence"),
    [
        (
            UnderWay(on_the_phone=0, waiting=1, booked=0),
            "Of those who asked already, 1 in line keeps what they began with.",
        ),
        (
            UnderWay(on_the_phone=2, waiting=3, booked=4),
            "2 on the phone, 3 in line and 4 with a time agreed on keep what they began with.",
        ),
    ],
)
def test_who_keeps_what_they_began_with(calls, sentence):
    assert told({("group",): "Us"}, calls).endswith(sentence)
