"""The words a supporter agrees to, with their version: change one in any language, change the other."""

from app.language.sentences import sentence
from app.serving.page_languages import translated
from models import WhomToCall

WORDING_VERSION = "2026-11-25"

WORDING = sentence(
    "Please call me once, now, at this number; it is mine. An automated voice from %(group)s will say who is calling, "
    "read me the script and connect me with %(offices)s. The call is not recorded."
)

OFFICES = {
    WhomToCall.REPRESENTATIVE: sentence("my representative's office"),
    WhomToCall.SENATOR: sentence("my state senator's office"),
    WhomToCall.BOTH: sentence("the offices of my representative and my state senator"),
    WhomToCall.LISTED: sentence("the offices named here"),
    WhomToCall.OWN_THEN_LISTED: sentence("my representative's office and the offices named here"),
}


def wording(group: str, rule: WhomToCall) -> str:
    """What a supporter of this campaign agrees to, in the page's language."""
    return translated(WORDING.filled(group=group, offices=OFFICES[rule]))


def version(language: str) -> str:
    """The version to keep: it says in which language the words were read."""
    return f"{WORDING_VERSION}/{language}"


def later_version(language: str) -> str:
    """The same for whoever is rung later: they agree beside the button on the page of a closed office."""
    return f"{WORDING_VERSION}-later/{language}"
