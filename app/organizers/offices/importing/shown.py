"""What an import changes as its page shows it: by chamber, seat by seat, who sits there now and who then."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from app.campaigns.people_named import NamedBy, named_by_campaigns
from app.organizers.accounts.roles import signed_in
from app.representatives.facts.records import Person
from app.representatives.importing import Change, Conflict, Plan, place, what_differs
from app.store.db import db
from models import Campaign, Chamber

ALWAYS_TOLD = ("new", "changed", "as before")


@dataclass(frozen=True)
class SeatShown:
    """A seat that changes: who sits there now, who then, and how the two differ."""

    geoid: str
    district: str
    now: Person | None
    then: Person | None
    what: tuple[str, ...]

    @property
    def stays(self) -> bool:
        """Whether the same person sits there now and then."""
        return self.now is not None and self.then is not None and self.now.openstates_id == self.then.openstates_id


@dataclass(frozen=True)
class ChamberShown:
    """A chamber: how many seats change and stay, and those that change."""

    name: str
    counts: tuple[tuple[str, int], ...]
    seats: tuple[SeatShown, ...]


def plan_shown(plan: Plan) -> Mapping[str, object]:
    """What a page tells of an import, by the names that its template knows: chambers, campaigns, lines by hand."""
    named, named_elsewhere = _campaigns_losing(plan)
    return {
        "plan": plan,
        "chambers": [_chamber(plan, chamber) for chamber in plan.request.chambers],
        "by_hand": _by_hand(plan),
        "named": named,
        "named_elsewhere": named_elsewhere,
    }


def _campaigns_losing(plan: Plan) -> tuple[tuple[NamedBy, ...], int]:
    """Whom campaigns name and would lose: of those that whoever looks may see, and how often in others."""
    named = named_by_campaigns(db.session, plan.request.state, plan.left)
    theirs = signed_in().campaigns
    slugs = _slugs(theirs) if theirs is not None else {it.slug for it in named}
    seen = tuple(it for it in named if it.slug in slugs)
    return seen, len(named) - len(seen)


def _by_hand(plan: Plan) -> tuple[tuple[str, Conflict], ...]:
    """Lines corrected by hand of which the file says something else, with their places."""
    return tuple((place(plan, it.person.geoid), it) for it in plan.conflicts)


def _slugs(ids: Collection[int]) -> set[str]:
    return set(db.session.scalars(select(Campaign.slug).where(Campaign.id.in_(ids))))


def _chamber(plan: Plan, chamber: Chamber) -> ChamberShown:
    now, then = ({it.geoid: it for it in people} for people in (plan.before, plan.people))
    about = [it for it in plan.districts.values() if it.chamber is chamber and plan.request.is_about(it.geoid)]
    seats = [
        SeatShown(it.geoid, it.name, now.get(it.geoid), then.get(it.geoid), _what(plan, it.geoid))
        for it in about
        if now.get(it.geoid) != then.get(it.geoid)
    ]
    counts = (
        ("new", sum(it.then is not None and not it.stays for it in seats)),
        ("changed", sum(it.stays for it in seats)),
        ("as before", len(about) - len(seats)),
        ("vacant", sum(it.geoid not in then for it in about)),
        ("without a number", sum(it.geoid in then and not then[it.geoid].lines for it in about)),
    )
    return ChamberShown(chamber.title(), tuple(it for it in counts if it[1] or it[0] in ALWAYS_TOLD), tuple(seats))


def _what(plan: Plan, geoid: str) -> tuple[str, ...]:
    now, then = (next((it for it in people if it.geoid == geoid), None) for people in (plan.before, plan.people))
    if then is None:
        return ("Becomes vacant",)
    if now and now.openstates_id == then.openstates_id:
        return tuple(
            f"{what}: {was or 'none'} → {will or 'none'}" for what, was, will in what_differs(Change(now, then))
        )
    came_from = next((it.before.geoid for it in plan.moved if it.after is then), None)
    return (f"Moves here from {place(plan, came_from)}",) if came_from else ("New",)
