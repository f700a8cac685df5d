"""Tells of alerts: which stand now, and a letter to those who chose to know at once, of each kind once an hour."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.outgoing.letters import LetterKind, post
from app.outgoing.mail import Letter
from app.store.rows import by_name
from models import Alert, AlertChoice, AlertKind, Organizer, TeamRole

AN_HOUR = timedelta(hours=1)
OVER = """\
This is over: “{what}”. You need do nothing.

You chose to be told, under Account.
"""

NAMES: Mapping[AlertKind, str] = {
    AlertKind.PLACING_PAUSED: "A campaign is paused: nobody is rung",
    AlertKind.CARRIER_REFUSES: "The carrier refuses calls",
    AlertKind.NO_WORKER: "No worker runs: nobody is rung",
    AlertKind.DISK_FULL: "The database's disk is full: no new calls",
    AlertKind.BUDGET: "Most of the budget is spent",
    AlertKind.ODD: "Something is odd, and was paused",
    AlertKind.SAFE_MODE: "Safe mode: nobody is rung",
    AlertKind.OFFICE_LINE_DEAD: "An office's line does not answer any more",
    AlertKind.OFFICE_COMPLAINS: "An office asks to be called less",
    AlertKind.LINE_UNCONFIRMED: "An office's new number waits for somebody to confirm it",
    AlertKind.TERM_ENDS: "A new term begins: our offices are of before",
    AlertKind.MAIL_FAILS: "Mail cannot be sent",
    AlertKind.TOKEN_CHANGED: "The carrier signs with another token than ours",
    AlertKind.NUMBER_KEPT: "The number of an ended campaign waits for a decision",
}
BY_MAIL = tuple(kind for kind in NAMES if kind is not AlertKind.MAIL_FAILS)  # no mail would tell that mail fails
# `about` begins with its id; 0 stands for all of them together.
OF_A_CAMPAIGN = frozenset({AlertKind.PLACING_PAUSED, AlertKind.NUMBER_KEPT, AlertKind.BUDGET, AlertKind.ODD})
LEAST: Mapping[AlertKind, TeamRole] = {
    AlertKind.PLACING_PAUSED: TeamRole.ORGANIZER,
    AlertKind.NUMBER_KEPT: TeamRole.ORGANIZER,
    AlertKind.BUDGET: TeamRole.ORGANIZER,
    AlertKind.ODD: TeamRole.ORGANIZER,
    AlertKind.MAIL_FAILS: TeamRole.ADMIN,
    AlertKind.TOKEN_CHANGED: TeamRole.ADMIN,
}
ADMINS_OPEN = frozenset({AlertKind.CARRIER_REFUSES})  # all are told why, and only admins can open what it links to
CALLS_PAGE = "/organizers/calls"  # which everybody can: the same stands above it, and what became of each call


@dataclass(frozen=True)
class Told:
    """Somebody, and what they are told of."""

    organizer_id: int
    kind: AlertKind


@dataclass(frozen=True)
class Reader:
    """Whom alerts are told: their role, and whose campaigns are theirs, None for all."""

    role: TeamRole
    campaigns: frozenset[int] | None

    def concerns(self, alert: Alert) -> bool:
        """Whether it is about something that is theirs."""
        if not self.role.may(LEAST.get(alert.kind, TeamRole.VIEWER)):
            return False
        return (
            alert.kind not in OF_A_CAMPAIGN or self.campaigns is None or int(alert.about.split()[0]) in self.campaigns
        )

    def may_open(self, alert: Alert) -> bool:
        """Whether the page is for them to which it links."""
        return alert.kind not in ADMINS_OPEN or self.role.may(TeamRole.ADMIN)

    def link(self, alert: Alert) -> str:
        """Where they can see more of it."""
        return alert.link if self.may_open(alert) else CALLS_PAGE


def standing_alerts(session: Session, reader: Reader, kinds: Sequence[AlertKind] = tuple(NAMES)) -> list[Alert]:
    """What is wrong now, and concerns this reader: what is wrong longest first."""
    standing = select(Alert).where(Alert.over_at.is_(None), Alert.kind.in_(kinds))
    return [alert for alert in session.scalars(standing.order_by(Alert.raised_at, Alert.id)) if reader.concerns(alert)]


def send_alerts(session: Session, now: datetime, *, queue: str) -> None:
    """Have letters sent of what was raised since the last time, of a kind that was not sent within the hour."""
    for told in claim_alerts(session, now, BY_MAIL):
        post(session, LetterKind.ALERT, told.organizer_id, told.kind, queue=queue)


def claim_alerts(session: Session, now: datetime, kinds: Collection[AlertKind]) -> list[Told]:
    """Who is to be told of what, now and by nobody else: of these kinds what stands, and was not sent."""
    just_sent = select(Alert.kind).where(Alert.sent_at > now - AN_HOUR)
    unsent = (Alert.over_at.is_(None), Alert.sent_at.is_(None), Alert.kind.in_(kinds), Alert.kind.not_in(just_sent))
    claimed = session.scalars(update(Alert).where(*unsent).values(sent_at=now).returning(Alert.kind)).all()
    return _who_chose(session, set(claimed))


def _who_chose(session: Session, kinds: Collection[AlertKind]) -> list[Told]:
    chosen = select(AlertChoice.organizer_id, AlertChoice.kind).where(AlertChoice.kind.in_(kinds))
    active = chosen.join(Organizer, Organizer.id == AlertChoice.organizer_id).where(Organizer.active)
    return [by_name(Told, row) for row in session.execute(active).mappings()]


def send_that_it_is_over(session: Session, kind: AlertKind, *, queue: str) -> None:
    """Have letters sent to those who were told of such an alert."""
    for told in _who_chose(session, [kind]):
        post(session, LetterKind.ALERT_OVER, told.organizer_id, told.kind, queue=queue)


def alert_letter(session: Session, kind: AlertKind, to: str, reader: Reader, base_url: str) -> Letter | None:
    """One sentence and one link for each alert of this kind that stands; none where it is over, or not theirs."""
    told = standing_alerts(session, reader, [kind])
    text = "\n\n".join(f"{alert.sentence}\n{base_url}{reader.link(alert)}" for alert in told)
    return Letter(to, f"Ringdown: {NAMES[kind]}", f"{text}\n\nYou chose to be told, under Account.\n") if told else None


def over_letter(session: Session, kind: AlertKind, to: str, reader: Reader) -> Letter | None:
    """Says that nothing of this kind is wrong any more; none where it is again."""
    if standing_alerts(session, reader, [kind]):
        return None
    return Letter(to, f"Ringdown: over: {NAMES[kind]}", OVER.format(what=NAMES[kind]))
