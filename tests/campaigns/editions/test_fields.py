"""The fields of an edition are found by their paths, changed one by one, and carried along by forms."""

import pytest

from app.campaigns.editions.content import Content, SaidInstead, Whom
from app.campaigns.editions.fields import fields_of, read_stamps, same, stamp, stamps, with_fields
from app.campaigns.texts import Texts, Translation

CONTENT = Content(
    english=Texts(headline="Call", talking_points=("One", "Two")),
    translations={"es": Translation(Texts(headline="Llame"), {"headline": "abc"})},
    prompts={"en": {"goodbye": SaidInstead("Bye.", 7)}},
    whom=Whom(listed=(3, 1)),
)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("group",), ""),
        (("english", "headline"), "Call"),
        (("english", "talking_points"), ["One", "Two"]),
        (("translations", "es", "texts", "headline"), "Llame"),
        (("translations", "es", "made_from", "headline"), "abc"),
        (("prompts", "en", "goodbye"), {"text": "Bye.", "recording_id": 7}),
        (("whom", "listed"), [3, 1]),
        (("when", "ends_at"), None),
    ],
)
def test_each_field_has_its_path(path, value):
    assert fields_of(CONTENT)[path] == value


def test_a_field_is_changed_and_the_others_stay():
    changed = with_fields(
        CONTENT, {("english", "headline"): "Call now", ("prompts", "es", "ready"): SaidInstead("¿Listo?")}
    )
    assert (changed.english.headline, changed.english.talking_points) == ("Call now", ("One", "Two"))
    assert changed.prompts == {**CONTENT.prompts, "es": {"ready": SaidInstead("¿Listo?")}}


def test_a_field_that_is_taken_out_has_its_default():
    without = with_fields(CONTENT, {("prompts", "en", "goodbye"): None, ("english", "headline"): None})
    assert (without.prompts, without.english.headline) == ({"en": {}}, "")


def test_nothing_is_put_below_a_field():
    with pytest.raises(KeyError):
        with_fields(CONTENT, {("group", "name"): "x"})


@pytest.mark.parametrize(("one", "other"), [(None, ""), ("", ()), ((), []), ((1, 2), [1, 2])])
def test_nothing_is_the_same_as_not_being_there(one, other):
    assert same(one, other)
    assert stamp(one) == stamp(other)


def test_what_differs_has_another_stamp():
    assert stamp("One") != stamp("Two")


def test_stamps_come_back_as_they_were_given():
    paths = [("english", "headline"), ("english", "pitch"), ("prompts", "en", "goodbye")]
    back = read_stamps(stamps(CONTENT, paths))
    assert back == {path: stamp(fields_of(CONTENT)[path]) for path in paths}


@pytest.mark.parametrize("seen", ["", " ", "=", "english.headline", "english.headline=", "x=y=z", "٣", "." * 9000])
def test_of_what_somebody_made_up_nothing_fits(seen):
    assert read_stamps(seen).get(("english", "headline")) != stamp("Call")
