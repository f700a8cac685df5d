"""What can be chosen in the form of the log: the values stand in addresses that people share."""

from collections.abc import Mapping

from app.calls.shown.kinds import Kind
from app.calls.shown.log.came_of import CameOf
from app.calls.shown.log.filter import Outcome
from app.organizers.came_of import CAME_OF
from app.organizers.labels import LINE, REPORTED, STATUS
from app.representatives import Directory
from models import ENDINGS, CallSource, Stance

NOON = 12
OUTCOMES: Mapping[str, Mapping[str, tuple[Outcome, str]]] = {
    "What came of it": {f"came-{it}": (it, word.text) for it, word in CAME_OF.items() if it is not CameOf.UNDER_WAY},
    "The supporter said": {f"said-{it}": (it, word.text) for it, word in REPORTED.items()},
    "The office's line": {f"line-{it}": (it, word.text) for it, word in LINE.items()},
    "The call": {f"ended-{it}": (it, word.text) for it, word in STATUS.items() if it in ENDINGS},
}
OUTCOME_OF: Mapping[str, Outcome] = {
    value: outcome for group in OUTCOMES.values() for value, (outcome, _) in group.items()
}
WORDS_OF = {value: f"{group}: {text}" for group, many in OUTCOMES.items() for value, (_, text) in many.items()}

WAYS: Mapping[str, tuple[Kind | CallSource, str]] = {
    "through-us": (Kind.THROUGH_US, "Through us"),
    "web": (CallSource.WEB, "From the page"),
    "hotline": (CallSource.HOTLINE, "Through the hotline"),
    "own-phone": (Kind.OWN_PHONE, "Own phone, reported"),
    "written": (Kind.WRITTEN, "Written, reported"),
    "to-its-owner": (Kind.TO_ITS_OWNER, "To a number's owner"),
}
STANCES: Mapping[Stance, str] = {
    Stance.YES: "Supports it",
    Stance.NO: "Is against it",
    Stance.UNDECIDED: "Is undecided",
    Stance.UNKNOWN: "Did not say",
}
HOURS: Mapping[int, str] = {hour: f"{hour % 12 or 12} {'PM' if hour >= NOON else 'AM'}" for hour in range(24)}
CLOCKS: Mapping[str, int] = {"edt": 4, "est": 5}  # by how many hours they are behind UTC
SORTS: Mapping[str, str] = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "longest": "Longest talk first",
    "office": "By representative",
}
OTHER_SORTS = {name: told for name, told in SORTS.items() if name != "newest"}


def offices(directory: Directory) -> Mapping[str, str]:
    """Every seat by its GEOID, by the name of whoever sits there; the district where nobody does."""
    named = {
        geoid: f"{seat.holder.name}, {seat.district}" if seat.holder else f"{seat.district} (vacant)"
        for geoid, seat in directory.seats.items()
    }
    return dict(sorted(named.items(), key=lambda it: it[1].casefold()))
