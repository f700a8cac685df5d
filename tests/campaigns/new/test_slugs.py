"""Addresses of campaigns: made from words, and free."""

import pytest

from app.campaigns.new.slugs import LONGEST, NAMELESS, SLUG, free_slug, slug_of


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("the Clean Water Act", "clean-water-act"),
        ("The “Right-to-Repair” bill, H.200", "right-to-repair-bill-h-200"),
        ("Más café", "mas-cafe"),
        ("workers' comp", "workers-comp"),
        ("the", NAMELESS),
        ("清潔用水", NAMELESS),
        ("🌊", NAMELESS),
        ("--- ", NAMELESS),
        ("word " * 30, "-".join(["word"] * 12)),
        ("x" * 100, "x" * LONGEST),
    ],
)
def test_it_is_made_from_words(text, slug):
    assert slug_of(text) == slug
    assert SLUG.fullmatch(slug)


@pytest.mark.parametrize(
    ("wish", "free"),
    [
        ("clean-water", "clean-water"),
        ("safe-communities", "safe-communities-2"),
        ("new", "new-2"),
        ("safe", "safe"),
    ],
)
def test_a_taken_or_reserved_one_gets_a_number(session, campaign, wish, free):
    assert free_slug(session, wish) == free


def test_a_long_one_that_is_taken_stays_short_enough(session, campaign, make_draft):
    long = "-".join(["word"] * 12)
    make_draft(long)
    assert free_slug(session, long) == "-".join(["word"] * 10) + "-2"
