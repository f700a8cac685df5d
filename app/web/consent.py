"""The words a supporter agrees to, with their version: change one, change the other."""

from models import TargetRule

WORDING_VERSION = "2026-11-25"

# Whoever is rung later agrees beside the button on the page of a closed office.
LATER_VERSION = f"{WORDING_VERSION}-later"

WORDING = (
    "Please call me once, now, at this number; it is mine. An automated voice from {group} will say who is calling, "
    "read me the script and connect me with {offices}. The call is not recorded."
)

OFFICES = {
    TargetRule.REPRESENTATIVE: "my representative's office",
    TargetRule.SENATOR: "my state senator's office",
    TargetRule.BOTH: "the offices of my representative and my state senator",
    TargetRule.LISTED: "the offices named here",
}


def wording(group: str, rule: TargetRule) -> str:
    """What a supporter of this campaign agrees to."""
    return WORDING.format(group=group, offices=OFFICES[rule])
