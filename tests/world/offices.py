"""The Governor's office, as organizers make it, and the offices that were made by hand."""

from app.representatives import directory
from app.representatives.facts.records import LineFacts
from app.representatives.made.facts import MadeFacts
from models import LineKind

GOVERNOR = "Maura Healey"
LINE = "+16175550150"
TITLES = {
    "en": "Governor",
    "es": "la gobernadora",
    "pt": "a governadora",
    "ht": "Gouvènè",
    "zh_Hans": "州长",
    "zh_Hant": "州長",
}


def governor(**others):
    """All that is said of it."""
    usual = {
        "name": GOVERNOR,
        "titles": TITLES,
        "lines": (LineFacts(LINE, "", LineKind.FIRST),),
        "email": "governor@example.org",
        "note": "Her page",
    }
    return MadeFacts(**usual | others)


def made_seats(session):
    """Where they stand, by their keys."""
    return {geoid: seat for geoid, seat in directory(session).seats.items() if seat.is_made}
