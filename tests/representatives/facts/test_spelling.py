"""One key for every way of writing a place."""

import pytest

from app.representatives.facts.spelling import normalise


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("  North   Andover ", "north andover"),
        ("N. Andover, MA", "north andover"),
        ("Foxboro, Mass.", "foxborough"),
        ("Foxborough", "foxborough"),
        ("Manchester-by-the-Sea", "manchester by the sea"),
        ("The Town of Lee", "lee"),
        ("Martha\u2019s Vineyard", "marthas vineyard"),
        ("Gt Barrington", "great barrington"),
        ("Newton Ctr.", "newton center"),
        ("\uff22\uff4f\uff53\uff54\uff4f\uff4e", "boston"),  # full-width letters
        ("Bo\u200bston", "boston"),
        ("Bos\0ton", "bos ton"),
        ("Lynn\N{PARTY POPPER}field", "lynn field"),
        ("MA", ""),
        ("", ""),
    ],
)
def test_the_key_of_a_text(typed, key):
    assert normalise(typed) == key
