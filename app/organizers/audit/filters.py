"""Reads what of the audit log somebody asks for: what cannot be read is told, and left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.guard.tokens import BadTokenError, Tokens
from app.language.text import clean_text
from app.organizers.log.filters import NO_DAY, read_day
from app.team.audit_log import AuditFilter, Place
from models import AuditAct

PLACE = "audit-place"
LONGEST_ADDRESS = 255
NO_ACT = "There is no such act, so all of them are shown."
NO_CAMPAIGN = "There is no such campaign, so every campaign is shown."
DAY = NO_DAY.replace("calls of ", "")


@dataclass(frozen=True)
class Asked:
    """What was asked for: the filter, the same for an address, and what could not be read."""

    filter: AuditFilter
    query: Mapping[str, str]
    problems: tuple[str, ...]


def read_filter(args: Mapping[str, str], campaigns: Mapping[int, str], theirs: frozenset[int] | None) -> Asked:
    """Read the form."""
    who = clean_text(args.get("who", ""), limit=LONGEST_ADDRESS).casefold()
    act = next((one for one in AuditAct if one == args.get("act")), None)
    campaign = {str(number): number for number in campaigns}.get(args.get("campaign", ""))
    day = read_day(args.get("day", ""))
    read: Mapping[str, tuple[object, str]] = {
        "who": (who, ""),
        "act": (act, NO_ACT),
        "campaign": (campaign, NO_CAMPAIGN),
        "day": (day, DAY),
    }
    query = {name: str(value) for name, (value, _) in read.items() if value}
    problems = tuple(problem for name, (value, problem) in read.items() if args.get(name) and not value and problem)
    return Asked(AuditFilter(who or None, act, campaign, day, theirs), query, problems)


def write_place(tokens: Tokens, place: Place) -> str:
    """Where the next page begins, for an address."""
    return tokens.sign(PLACE, [place.at.isoformat(), place.id])


def read_place(tokens: Tokens, text: str) -> Place | None:
    """The same again, None for anything that we did not write."""
    try:
        at, event_id = tokens.read(PLACE, text)
    except BadTokenError:
        return None
    return Place(datetime.fromisoformat(at), event_id)
