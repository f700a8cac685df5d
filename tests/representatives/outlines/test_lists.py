"""The outlines that a browser fetches for a town."""

import json

from app.representatives.facts.tables import tables
from app.representatives.outlines.lists import outline_list, outline_list_of
from app.representatives.outlines.table import outlines

MOST = 12_000  # bytes


def test_a_town_has_the_outlines_of_all_its_districts():
    (name,) = outline_list_of(["Acton"])
    told = json.loads(outline_list(name))
    assert set(told["districts"]) == {"25072", "25095"}
    assert told["districts"]["25072"].startswith("M")
    assert told["grid"]["error"] == 18


def test_towns_of_the_same_districts_have_one_list():
    assert len(outline_list_of(["Nantucket", "Tisbury", "Acton"])) == 2


def test_no_list_is_longer_than_a_phone_fetches_at_once():
    sizes = {town: len(outline_list(outline_list_of([town])[0])) for town in ("Boston", "Falmouth", "Middleborough")}
    assert max(sizes.values()) <= MOST


def test_a_list_that_is_none_of_ours_is_none():
    assert outline_list("boston") is None


def test_every_district_and_every_town_has_an_outline():
    assert len(outlines().areas) == 160 + len(tables().towns)
