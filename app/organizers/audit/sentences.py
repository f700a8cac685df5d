"""What the audit log says of each act, in sentences that begin with who did it, and of the facts before and after."""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from app.team.audit import Facts
from models import AuditAct, AuditEvent


class Did(NamedTuple):
    """What somebody did: as it is chosen from a list, by itself, and to something."""

    name: str
    alone: str
    to: str


ACTS: Mapping[AuditAct, Did] = {
    AuditAct.SIGNED_IN: Did("Signed in", "signed in", "signed in: {subject}"),
    AuditAct.SIGN_IN_FAILED: Did("Could not sign in", "could not sign in", "could not sign in: {subject}"),
    AuditAct.SIGNED_OUT: Did("Signed out", "signed out", "signed out: {subject}"),
    AuditAct.SESSIONS_ENDED: Did("Ended sessions", "ended sessions of their own", "ended the sessions of {subject}"),
    AuditAct.PASSWORD_CHANGED: Did(
        "Changed a password", "changed their own password", "changed the password of {subject}"
    ),
    AuditAct.PASSWORD_LINK_MADE: Did(
        "Made a link for a new password",
        "made a link for a new password",
        "made a link for a new password of {subject}",
    ),
    AuditAct.ADDRESS_CHANGED: Did(
        "Changed an e-mail address", "changed their own e-mail address", "changed the e-mail address of {subject}"
    ),
    AuditAct.SECOND_FACTOR_CHANGED: Did(
        "Changed a second factor", "changed their own second factor", "changed the second factor of {subject}"
    ),
    AuditAct.INVITED: Did("Invited somebody", "invited somebody", "invited {subject}"),
    AuditAct.INVITATION_WITHDRAWN: Did(
        "Withdrew an invitation", "withdrew an invitation", "withdrew the invitation of {subject}"
    ),
    AuditAct.JOINED: Did("Joined the team", "joined the team", "joined the team: {subject}"),
    AuditAct.ROLE_CHANGED: Did("Changed a role", "changed a role", "changed what {subject} may do"),
    AuditAct.REMOVED: Did("Removed somebody", "removed somebody", "removed {subject} from the team"),
    AuditAct.CAMPAIGN_MADE: Did("Made a campaign", "made a campaign", "made the campaign about {subject}"),
    AuditAct.CAMPAIGN_CHANGED: Did("Changed a campaign", "changed a campaign", "changed {subject}"),
    AuditAct.OFFICE_CHANGED: Did("Changed an office", "changed an office", "changed {subject}"),
    AuditAct.CALL_ENDED: Did("Ended a call", "ended a call", "ended {subject}"),
    AuditAct.OUTCOME_CORRECTED: Did("Corrected an outcome", "corrected an outcome", "corrected {subject}"),
    AuditAct.EXPORTED: Did("Exported something", "exported something", "exported {subject}"),
    AuditAct.UNMASKED: Did("Looked at a number", "looked at a number", "looked at {subject}"),
    AuditAct.NUMBER_FORGOTTEN: Did("Forgot a number", "forgot a number", "forgot {subject}"),
    AuditAct.NOTE_REDACTED: Did("Took words out of a note", "took words out of a note", "took words out of {subject}"),
    AuditAct.NUMBER_LOOKED_UP: Did("Looked a number up", "looked a number up", "looked up {subject}"),
    AuditAct.NUMBER_BLOCKED: Did("Blocked a number", "blocked a number", "blocked {subject}"),
    AuditAct.NUMBER_UNBLOCKED: Did("Unblocked a number", "unblocked a number", "unblocked {subject}"),
    AuditAct.LEGAL_HOLD_BEGUN: Did("Began a legal hold", "began a legal hold", "began a legal hold of {subject}"),
    AuditAct.LEGAL_HOLD_CHANGED: Did(
        "Changed a legal hold", "changed a legal hold", "changed the legal hold of {subject}"
    ),
    AuditAct.LEGAL_HOLD_ENDED: Did("Ended a legal hold", "ended a legal hold", "ended the legal hold of {subject}"),
    AuditAct.SETTING_CHANGED: Did("Changed a setting", "changed a setting", "changed {subject}"),
}
NOTHING = "nothing"


class Fact(NamedTuple):
    """One thing, as it was and has become."""

    name: str
    before: str
    after: str


def did(event: AuditEvent) -> str:
    """Changed whom the Safe Communities campaign calls."""
    words = ACTS[event.act]
    return words.to.format(subject=event.subject) if event.subject else words.alone


def facts(event: AuditEvent) -> tuple[Fact, ...]:
    """What stood there before and after, by name."""
    return tuple(_facts(event.before or {}, event.after or {}))


def _facts(before: Facts, after: Facts) -> Iterator[Fact]:
    for name in dict.fromkeys([*before, *after]):
        yield Fact(name, _written(before.get(name)), _written(after.get(name)))


def _written(value: object) -> str:
    """As people write it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "\n".join(map(_written, value)) or NOTHING
    if value is None or value == "":
        return NOTHING
    return value if isinstance(value, str) else json.dumps(value)
