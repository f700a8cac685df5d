"""Decides whether the towns of an alias are beyond doubt, or a guess that needs a question."""

from collections.abc import Iterable

from app.representatives.build.sources import Row
from app.representatives.facts.spelling import normalise

_SUREST_FIRST = ("known", "curated", "name", "geonames", "post-office", "zip-centre")


def surest_first(source: Row) -> tuple[int, int, str]:
    """A sorting key: how an alias was placed, from most to least sure, then the longer spelling."""
    return _SUREST_FIRST.index(source["how"]), -len(source["alias"]), source["alias"]


def is_sure(source: Row, towns: list[str], every_town: Iterable[str]) -> bool:
    """Whether somebody who uses this name lives in one of `towns`.

    A misspelling is a guess at what was meant, and the middle of a ZIP code a guess at where a
    place lies. A name that we know, or that the gatherers checked by hand, is sure; any other is sure only if it
    contains its town's name and no other town's ("Amherst Center", but not "Riverside").
    """
    if source["kind"] == "misspelling" or source["how"] == "zip-centre":
        return False
    if source["how"] in {"known", "curated"}:
        return True
    return _towns_named_in(source["alias"], every_town) == set(towns)


def _towns_named_in(alias: str, every_town: Iterable[str]) -> set[str]:
    """The towns whose name stands in the alias as whole words; "South Hadley" hides "Hadley"."""
    rest = f" {normalise(alias)} "
    named = set()
    for town in sorted(every_town, key=len, reverse=True):
        words = f" {normalise(town)} "
        if words in rest:
            named.add(town)
            rest = rest.replace(words, " | ")
    return named
