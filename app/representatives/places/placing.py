"""Finds the place that a look-up key names exactly: a town, or a village known by an alias."""

from dataclasses import dataclass
from functools import cache

from app.language.sentences import Sentence
from app.representatives.facts.records import Alias
from app.representatives.facts.tables import tables
from app.representatives.places.elsewhere import neighbouring_state
from app.representatives.places.resolution import HowFound, said_place
from models import Chamber
from voice_flows.names import Label


@dataclass(frozen=True, slots=True)
class Place:
    """What was named, and every district in which somebody there may live.

    `reach` are all districts of its towns, `geoids` those left by what is known of the place itself;
    `zips` are a village's own ZIP codes, where known and delivered to houses. `sure` is False for a guess.
    """

    label: Label
    towns: tuple[str, ...]
    geoids: frozenset[str]
    reach: frozenset[str]
    how: HowFound
    sure: bool = True
    zips: tuple[str, ...] = ()

    @property
    def said(self) -> Sentence | str:
        """The label within a sentence."""
        return said_place(self.label)


def place_named(key: str, chamber: Chamber, *, says_massachusetts: bool) -> Place | None:
    """The place with exactly this key; a town comes before an alias, and its center is in it.

    An alias that is also a well-known place next door (Manchester, East Windsor) is sure only
    if the supporter named Massachusetts too, in words or by a ZIP code.
    """
    town = tables().keys.get(key)
    if town:
        return _town(town.name, chamber)
    alias = tables().aliases.get(key)
    if alias:
        return _village(alias, chamber, sure=alias.sure and (says_massachusetts or not neighbouring_state(key)))
    around = tables().keys.get(key.removeprefix("downtown ").removesuffix(" center"))
    return _town(around.name, chamber) if around else None


def reach_of(towns: tuple[str, ...], chamber: Chamber) -> frozenset[str]:
    """Every district of some towns, given by their official names."""
    return frozenset(share.geoid for name in towns for share in tables().towns[name].shares(chamber))


@cache
def _town(name: str, chamber: Chamber) -> Place:
    reach = reach_of((name,), chamber)
    return Place(Label(name), (name,), reach, reach, HowFound.TOWN)


def _village(alias: Alias, chamber: Chamber, *, sure: bool) -> Place:
    geoids = frozenset(alias.geoids(chamber))
    return Place(
        label=Label(alias.name),
        towns=alias.towns,
        geoids=geoids,
        reach=geoids | reach_of(alias.towns, chamber),
        how=HowFound.VILLAGE,
        sure=sure,
        zips=tuple(code for code in alias.zips if _tells_where(code)),
    )


def _tells_where(code: str) -> bool:
    zip_code = tables().zips.get(code)
    return zip_code is not None and zip_code.tells_where
