"""The carrier's words for how far a customer profile is, and ours."""

from collections.abc import Iterable, Mapping

from app.telephony.account.facts import Profile

OURS: Mapping[str, Profile] = {
    "twilio-approved": Profile.APPROVED,
    "in-review": Profile.IN_REVIEW,
    "pending-review": Profile.IN_REVIEW,
    "twilio-rejected": Profile.REJECTED,
    "draft": Profile.BEGUN,
}


def furthest(told: Iterable[str]) -> Profile:
    """Of several profiles the one that is furthest; a word that we do not know is of one that was begun."""
    order = list(Profile)
    return min((OURS.get(status, Profile.BEGUN) for status in told), key=order.index, default=Profile.MISSING)
