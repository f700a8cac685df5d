"""Two editions are compared field by field, and what one of them took over is found."""

from dataclasses import replace

from app.campaigns.demo import demo_content
from app.campaigns.editions.compare import Difference, differences, merged
from app.campaigns.editions.content import SaidInstead
from app.campaigns.editions.fields import with_fields

BASE = demo_content()


def test_editions_that_say_the_same_do_not_differ():
    assert differences(BASE, BASE) == ()


def test_a_field_that_differs_is_told_with_its_subject_language_and_both_texts():
    (found,) = differences(BASE, replace(BASE, english=replace(BASE.english, headline="Call now")))
    assert (found.subject, found.language, found.name) == ("english", "en", "headline")
    assert (found.before, found.after) == (BASE.english.headline, "Call now")


def test_translations_and_prompts_are_told_by_language():
    changed = with_fields(
        BASE,
        {("translations", "es", "texts", "pitch"): "Porque", ("prompts", "pt", "goodbye"): SaidInstead("Tchau.")},
    )
    found = [(it.subject, it.language, it.name) for it in differences(BASE, changed)]
    assert found == [("translations", "es", "pitch"), ("prompts", "pt", "goodbye")]


def test_what_is_of_no_language_is_told_without():
    (found,) = differences(BASE, with_fields(BASE, {("whom", "rule"): "both"}))
    assert (found.language, found.before, found.after) == ("", "representative", "both")


def test_what_a_translation_was_made_from_is_no_difference_to_anybody():
    assert differences(BASE, with_fields(BASE, {("translations", "es", "made_from", "pitch"): "abc"})) == ()


def test_what_is_gone_is_told_too():
    before = with_fields(BASE, {("prompts", "en", "ready"): SaidInstead("Ready?")})
    assert differences(before, BASE) == (
        Difference(("prompts", "en", "ready"), {"text": "Ready?", "recording_id": None}, None),
    )


def test_a_field_that_was_left_as_it_was_is_taken_over_and_one_that_was_changed_is_not():
    theirs = with_fields(BASE, {("english", "headline"): "Theirs", ("english", "pitch"): "Theirs"})
    mine = with_fields(BASE, {("english", "headline"): "Mine", ("group",): "Mine"})
    assert merged(BASE, mine, theirs) == {("english", "pitch"): "Theirs"}
