"""What of a form may lie in a row: of where exactly somebody lives only the districts that it leaves open."""

import re
from collections.abc import Mapping
from dataclasses import replace

from app.calls.whom.said import Said
from app.calls.whom.search import Found, whom
from app.extensions import given
from app.geocoding import NoGeocoder
from app.guard.tokens import Tokens
from app.representatives import (
    HowFound,
    ResolutionKind,
    StreetFinding,
    StreetLeft,
    place_in,
    resolve,
    street_in,
)
from app.web.campaign_page import Visited
from app.web.form import STREET, left_token, read_left, settled_token

NEVER = frozenset({*STREET, "asked", "name", "website"})
ZIP_TYPED = re.compile(r"[\d\s-]*")
MEANT = "meant"  # the towns that may be meant, where what was typed is not kept


def without_street(campaign: Visited, typed: Mapping[str, str], found: Found | None) -> dict[str, str]:
    """The fields to keep of those that were `typed`; `found` is what they led to, looked up here where nothing was."""
    fields = {name: value for name, value in typed.items() if value and name not in NEVER}
    if not ZIP_TYPED.fullmatch(typed.get("zip", "")):
        del fields["zip"]
    town = typed.get("town", "")
    place = place_in(town)
    if place != town:
        fields.pop("town", None)
        fields |= _place_alone(town, place)
    return fields | _districts(campaign, typed, found)


def _place_alone(town: str, place: str) -> dict[str, str]:
    known = resolve(town)
    if known.kind is ResolutionKind.CONFIRM:
        return {MEANT: "\n".join(known.towns)}
    return {"town": place} if place else {}


def _districts(campaign: Visited, typed: Mapping[str, str], found: Found | None) -> dict[str, str]:
    """What a street or an address decides, or leaves open."""
    if not (any(typed.get(name) for name in STREET) or street_in(typed.get("town", ""))):
        return {}
    tokens = given().tokens
    if found is None:
        found = whom(campaign.roster, campaign.words, _said(typed), NoGeocoder().locate)
        return _left(tokens, found)
    decided = {**found.settled, **found.decided}
    return _left(tokens, found) | ({"settled": settled_token(tokens, decided)} if decided else {})


def _said(typed: Mapping[str, str]) -> Said:
    return Said(
        town=typed.get("town", ""),
        zip=typed.get("zip", ""),
        street=typed.get("street", ""),
        number=typed.get("number", ""),
        area=typed.get("area", ""),
        left=read_left(given().tokens, typed.get("left", "")),
    )


def _left(tokens: Tokens, found: Found) -> dict[str, str]:
    """What a street left, or the one district that a street before the town's name decided."""
    left = found.left
    first = found.in_turn[0] if found.in_turn else None
    if first and first.how is HowFound.STREET:
        towns = resolve(place_in(found.town)).towns
        left = StreetLeft(StreetFinding.FOUND, towns, (first.person.geoid,))
    return {"left": left_token(tokens, left)} if left else {}


def meant_or_typed(kept: Mapping[str, str]) -> Mapping[str, str]:
    """What is kept, as if the first of the towns that may be meant was typed: the form has to have one."""
    return {**kept, "town": kept[MEANT].partition("\n")[0]} if kept.get(MEANT) else kept


def as_meant(found: Found, kept: Mapping[str, str]) -> Found:
    """The question which town was meant, where what was typed is not kept."""
    if not kept.get(MEANT):
        return found
    asks = replace(found.resolution, kind=ResolutionKind.CONFIRM, towns=tuple(kept[MEANT].split("\n")), options=())
    return Found(asks)
