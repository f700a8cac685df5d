"""Whom a call that was planned before reaches for today: where one's own seat was meant whoever sits there now."""

from collections.abc import Iterable, Iterator

from app.calls.plan import PlannedOffice
from app.calls.whom.offices_in_turn import HolderInTurn, holder_in_turn, plan
from app.campaigns.in_force import CampaignWords
from app.representatives import Directory, HowFound, Seat, in_seat


def planned_anew(
    planned: Iterable[PlannedOffice], campaign: CampaignWords, roster: Directory
) -> tuple[PlannedOffice, ...]:
    """The offices in their turn as they are now; none where nobody can be rung.

    Who was found by where a supporter lives is followed by whoever sits there; who is on the campaign's list is
    followed by nobody, and found again in another seat.
    """
    return plan(_in_turn(planned, campaign, roster))


def planned_today(
    planned: tuple[PlannedOffice, ...], campaign: CampaignWords, roster: Directory
) -> tuple[PlannedOffice, ...]:
    """The same where all of them still sit there, or nobody followed who can be rung."""
    if all(_still_sits(office, roster) for office in planned):
        return planned
    return planned_anew(planned, campaign, roster) or planned


def _still_sits(office: PlannedOffice, roster: Directory) -> bool:
    seat = roster.seats.get(office.district_geoid)
    holder = seat.holder if seat else None
    return (holder.id if holder else None) == office.holder_id


def _in_turn(planned: Iterable[PlannedOffice], campaign: CampaignWords, roster: Directory) -> Iterator[HolderInTurn]:
    of_person = roster.seats_by_holder()
    each = {office.nth: office for office in planned}
    for office in each.values():
        how = HowFound(office.how_found)
        seat: Seat | None = roster.seats.get(office.district_geoid)
        if how is HowFound.LISTED:
            seat = of_person.get(office.holder_id) if office.holder_id else None
        if seat:
            yield holder_in_turn(campaign, in_seat(seat), how)
