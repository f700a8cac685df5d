"""Who is named by campaigns and sits nowhere, or soon will: nobody is left out of a list without a word."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import BigInteger, cast, func, select, true
from sqlalchemy.orm import Session

from app.representatives import Directory
from app.representatives.facts.records import Person
from app.representatives.roster.corrections import seated
from models import Campaign, CampaignState, District, Edition, OfficeHolder, WhomToCall


class PeopleList(StrEnum):
    """On which of a campaign's lists somebody is."""

    LISTED = "listed"
    EXCLUDED = "excluded"  # they support it already and need not be asked


# Where the people of a list stand in an edition.
FIELD = {PeopleList.LISTED: "listed", PeopleList.EXCLUDED: "with_us"}


@dataclass(frozen=True, slots=True)
class NamedBy:
    """One person on one list of one campaign."""

    name: str
    slug: str
    subject: str
    where: PeopleList


def without_seat(session: Session, holder_ids: Iterable[int], directory: Directory) -> Mapping[int, str]:
    """The names of those among these who hold no seat any more."""
    gone = set(holder_ids) - directory.seats_by_holder().keys()
    names = select(OfficeHolder.id, OfficeHolder.name).where(OfficeHolder.id.in_(gone)).order_by(OfficeHolder.name)
    return {row.id: row.name for row in session.execute(names)} if gone else {}


def named_by_campaigns(session: Session, state: str, leaving: Iterable[Person]) -> tuple[NamedBy, ...]:
    """Which campaigns, unless they are over, lose somebody when these people leave their seats in this state.

    Whoever also holds a seat that they do not leave stays on the lists. A fixed list counts where it is called. What is
    prepared counts beside what is in force.
    """
    people = {person.openstates_id: person for person in leaving}
    for stays in _seated_elsewhere(session, state, people.values()):
        people.pop(stays, None)
    found = [it for where in PeopleList for it in _named(session, state, people, where)]
    return tuple(sorted(found, key=lambda it: (it.name, it.slug, it.where)))


def _seated_elsewhere(session: Session, state: str, leaving: Iterable[Person]) -> set[str]:
    left = {seated(person) for person in leaving}
    sitting = (
        select(OfficeHolder.district_geoid, OfficeHolder.openstates_id)
        .join(OfficeHolder.district)
        .where(District.state == state, OfficeHolder.valid_to.is_(None))
        .where(OfficeHolder.openstates_id.in_([openstates_id for _, openstates_id in left]))
    )
    return {openstates_id for geoid, openstates_id in session.execute(sitting) if (geoid, openstates_id) not in left}


def _named(session: Session, state: str, people: Mapping[str, Person], where: PeopleList) -> set[NamedBy]:
    """Which campaigns name any of these on this list, by whichever row of theirs."""
    whom = Edition.content["whom"]
    ids = func.jsonb_array_elements_text(whom[FIELD[where]]).table_valued("value").lateral()
    named = (
        select(Campaign.slug, Edition.subject, OfficeHolder.openstates_id)
        .distinct()
        .join(Edition, (Edition.campaign_id == Campaign.id) & Edition.replaced_at.is_(None))
        .join(ids, true())
        .join(OfficeHolder, OfficeHolder.id == cast(ids.c.value, BigInteger))
        .join(OfficeHolder.district)
        .where(District.state == state, OfficeHolder.openstates_id.in_(people))
        .where(Campaign.state != CampaignState.ARCHIVED)
    )
    if where is PeopleList.LISTED:
        named = named.where(whom["rule"].astext.in_([rule for rule in WhomToCall if rule.calls_list]))
    return {NamedBy(people[it.openstates_id].name, it.slug, it.subject, where) for it in session.execute(named)}
