"""A form is read into what was meant, or into everything that is wrong with it."""

from enum import StrEnum
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import PlainValidator, ValidationInfo

from app.language.sentences import sentence
from app.serving.forms import Form, Text, Ticked, Wrong, known, read_form
from tests.world.examples import MANY


class Color(StrEnum):
    RED = "red"


def in_stock(typed: str, info: ValidationInfo) -> str:
    if typed not in known(info, "stock", frozenset):
        raise Wrong("There is none.", sentence("Take another."))
    return typed


class Order(Form):
    """A form of the tests."""

    color: Annotated[Color, Text(limit=10, otherwise="Choose a color.")]
    what: Annotated[str, Text(limit=5), PlainValidator(in_stock)]
    gift: Ticked


STOCK = frozenset({"pen", "ink"})


def test_what_was_meant_is_read():
    order = read_form(Order, {"color": "red", "what": " pen ", "gift": "on", "seen": "7"}, stock=STOCK)
    assert (order.meant.color, order.meant.what, order.meant.gift) == (Color.RED, "pen", True)
    assert (order.errors, order.seen) == ({}, "7")


def test_everything_that_is_wrong_is_told_at_once_by_field():
    order = read_form(Order, {"what": "a\x00  pencil", "seen": "7"}, stock=STOCK)
    assert order.meant is None
    assert order.errors == {"color": ("Choose a color.",), "what": ("There is none.", sentence("Take another."))}


def test_what_was_typed_is_kept_cleaned_and_cut():
    assert read_form(Order, {"what": "a\x00  pencil"}, stock=STOCK).typed == {"color": "", "what": "a pen", "gift": ""}


def test_a_problem_that_shows_later_joins_the_others():
    order = read_form(Order, {"color": "red", "what": "pen"}, stock=STOCK).with_error("what", "It was sold just now.")
    assert (order.meant, order.errors) == (None, {"what": ("It was sold just now.",)})


def test_a_form_is_not_checked_against_what_nobody_gave():
    with pytest.raises(TypeError):
        read_form(Order, {"color": "red", "what": "pen"}, stock=["pen"])


@MANY
@given(st.dictionaries(st.sampled_from(["color", "what", "gift", "seen", "more"]), st.text()))
def test_no_text_can_break_a_form(sent):
    order = read_form(Order, sent, stock=STOCK)
    assert (order.meant is None) == bool(order.errors)
    assert all(len(text) <= 20 for text in order.typed.values())
