"""The way back from a page to the form that led there, with what was typed."""

from app.calls.begin.typed import Typed
from app.calls.whom.search import Found
from app.web.asked import Asked
from app.web.asking.question import FORM, keep
from app.web.kept.fields import without_street


def way_back(asked: Asked, found: Found) -> str:
    """The key under which the form lies for half an hour; "" where it cannot be kept."""
    return keep(asked.campaign.door.id, Typed(without_street(asked.campaign, asked.form.typed, found), FORM))
