"""Whom a call of this campaign reaches for, in order: every line of every office holder, and why one is passed over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.calls.plan import PlannedOffice
from app.campaigns.in_force import CampaignWords
from app.representatives import Candidate, Directory, HowFound, in_seat
from models import Chamber, PassedOver, WhomToCall, Wording

# In which chambers a campaign looks for whoever speaks for the supporter.
CHAMBERS: Mapping[WhomToCall, tuple[Chamber, ...]] = {
    WhomToCall.REPRESENTATIVE: (Chamber.HOUSE,),
    WhomToCall.SENATOR: (Chamber.SENATE,),
    WhomToCall.BOTH: (Chamber.HOUSE, Chamber.SENATE),
    WhomToCall.LISTED: (),
    WhomToCall.OWN_THEN_LISTED: (Chamber.HOUSE,),
}

# Nobody holds the phone for longer; a list may be longer, and goes on after those who cannot be rung.
MOST_HOLDERS = 5


@dataclass(frozen=True)
class HolderInTurn:
    """One office holder to call, how their district was found, with which script, or why they are passed over."""

    person: Candidate
    how: HowFound
    wording: Wording
    passed_over: PassedOver | None


def as_reached(campaign: CampaignWords, person: Candidate) -> Candidate:
    """Whoever has no number, on the switchboard's, where the campaign allows that: there one asks for them by name."""
    if person.lines or person.switchboard is None or not campaign.content.whom.switchboard:
        return person
    return replace(person, lines=(person.switchboard,))


def holder_in_turn(campaign: CampaignWords, person: Candidate, how: HowFound) -> HolderInTurn:
    """This office holder as this campaign calls them; who supports it does so after a return or in another seat too."""
    person = as_reached(campaign, person)
    supports = not person.holder_ids.isdisjoint(campaign.with_us)
    wording = Wording.THANKS if supports and campaign.thanks_script else Wording.ASK
    held_back = not person.holder_ids.isdisjoint(campaign.held_back)
    why_not = _why_not(person, supports=supports and wording is Wording.ASK, held_back=held_back)
    return HolderInTurn(person, how, wording, why_not)


def _why_not(person: Candidate, *, supports: bool, held_back: bool) -> PassedOver | None:
    if person.vacant:
        return PassedOver.VACANT
    if held_back:
        return PassedOver.HELD_BACK
    if supports:
        return PassedOver.SUPPORTS_ALREADY
    return None if person.lines else PassedOver.NO_NUMBER


def listed_in_turn(campaign: CampaignWords, directory: Directory) -> tuple[HolderInTurn, ...]:
    """The campaign's fixed list in its order: the people, wherever they sit now, without those who sit nowhere."""
    sitting = directory.seats_by_holder()
    geoids = dict.fromkeys(sitting[holder_id].geoid for holder_id in campaign.listed if holder_id in sitting)
    people = (in_seat(directory.seat(geoid)) for geoid in geoids)
    return tuple(holder_in_turn(campaign, person, HowFound.LISTED) for person in people)


def plan(in_turn: Iterable[HolderInTurn]) -> tuple[PlannedOffice, ...]:
    """The offices in the order in which a call reaches for them; none where nobody can be rung."""
    planned = offices_of(in_turn)
    return planned if any(office.line_id for office in planned) else ()


def offices_of(in_turn: Iterable[HolderInTurn]) -> tuple[PlannedOffice, ...]:
    """The same offices, whether anybody of them can be rung or not."""
    planned: list[PlannedOffice] = []
    left = MOST_HOLDERS
    for nth, one in enumerate(in_turn, start=1):
        left -= one.passed_over is None
        if left >= 0:
            planned += _lines_of(nth, one)
    return tuple(planned)


def _lines_of(nth: int, one: HolderInTurn) -> list[PlannedOffice]:
    person = one.person
    if one.passed_over:
        return [_planned(nth, one, None)]
    return [_planned(nth, one, rank) for rank in range(len(person.lines))]


def _planned(nth: int, one: HolderInTurn, rank: int | None) -> PlannedOffice:
    line = None if rank is None else one.person.lines[rank]
    return PlannedOffice(
        nth=nth,
        district_geoid=one.person.geoid,
        how_found=one.how,
        holder_id=one.person.holder_id,
        line_id=line.id if line else None,
        number=line.e164 if line else None,
        line_kind=line.kind if line else None,
        wording=one.wording,
        passed_over=one.passed_over,
    )
