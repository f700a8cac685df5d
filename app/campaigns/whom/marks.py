"""How people stand to what a campaign asks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.campaigns.editions.content import Whom
from app.campaigns.versions import CampaignChangedError
from app.campaigns.whom.person import Person


class Mark(StrEnum):
    """How somebody stands to what the campaign asks."""

    WITH_US = "with-us"
    AGAINST = "against"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Marking:
    """Which mark somebody was shown, and which they chose."""

    was: Mark
    wanted: Mark


def mark_of(whom: Whom, person: Person) -> Mark:
    """How this person is marked."""
    if person.ids & set(whom.with_us):
        return Mark.WITH_US
    return Mark.AGAINST if person.ids & set(whom.against) else Mark.UNKNOWN


def marked(whom: Whom, person: Person, mark: Mark) -> Whom:
    """With this person marked so."""
    if mark_of(whom, person) is mark:
        return whom
    with_us, against = person.without(whom.with_us), person.without(whom.against)
    more = (person.id,)
    return replace(
        whom,
        with_us=tuple(sorted(with_us + more)) if mark is Mark.WITH_US else with_us,
        against=tuple(sorted(against + more)) if mark is Mark.AGAINST else against,
    )


def marked_anew(whom: Whom, markings: Mapping[Person, Marking]) -> Whom:
    """With everybody marked as was chosen of what was shown.

    Raises:
        CampaignChangedError: somebody else marked one of them otherwise meanwhile.
    """
    for person, marking in markings.items():
        if marking.wanted is marking.was:
            continue
        if mark_of(whom, person) not in (marking.was, marking.wanted):
            raise CampaignChangedError
        whom = marked(whom, person, marking.wanted)
    return whom
