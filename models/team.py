"""The team: whose campaigns are whose, who is invited, where each is signed in, and who did what."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt, RowId
from models.organizer import TeamRole


class CampaignMember(Base):
    """Somebody whose campaign this is. An admin needs no such row: every campaign is theirs."""

    __tablename__ = "campaign_member"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"), primary_key=True)
    organizer_id: Mapped[int] = mapped_column(
        ForeignKey("organizer.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class Invitation(Base):
    """A link by which somebody joins the team, once: only its hash is kept. Made by nobody, it is the first admin's."""

    __tablename__ = "invitation"

    id: Mapped[RowId]
    link_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    email: Mapped[str] = mapped_column(String(255), default="", server_default="")
    role: Mapped[TeamRole]
    campaign_ids: Mapped[list[int]] = mapped_column(JSONB, default=list, server_default="[]")
    made_by: Mapped[str] = mapped_column(String(255), default="", server_default="")
    made_at: Mapped[CreatedAt]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class OrganizerSession(Base):
    """A browser in which somebody is signed in. The row is what lets them in: without it the cookie is worth nothing.

    `remembered` ones end days after they were last seen, others hours after.
    """

    __tablename__ = "organizer_session"

    id: Mapped[RowId]
    key_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    organizer_id: Mapped[int] = mapped_column(ForeignKey("organizer.id", ondelete="CASCADE"), index=True)
    device: Mapped[str] = mapped_column(String(80))
    remembered: Mapped[bool] = mapped_column(default=False, server_default="false")
    began_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class UnsentForm(Base):
    """What somebody sent when they were signed out already, encrypted; the newest, for the browser it came from."""

    __tablename__ = "unsent_form"

    organizer_id: Mapped[int] = mapped_column(ForeignKey("organizer.id", ondelete="CASCADE"), primary_key=True)
    key_hash: Mapped[bytes] = mapped_column(LargeBinary)
    form_encrypted: Mapped[bytes] = mapped_column(LargeBinary)
    kept_at: Mapped[datetime]


class AuditAct(StrEnum):
    """What somebody did that others may ask about later."""

    SIGNED_IN = "signed-in"
    SIGN_IN_FAILED = "sign-in-failed"
    SIGNED_OUT = "signed-out"
    SESSIONS_ENDED = "sessions-ended"
    PASSWORD_CHANGED = "password-changed"  # nosec B105 # names what was done
    PASSWORD_LINK_MADE = "password-link-made"  # nosec B105 # this too
    ADDRESS_CHANGED = "address-changed"
    SECOND_FACTOR_CHANGED = "second-factor-changed"
    INVITED = "invited"
    INVITATION_WITHDRAWN = "invitation-withdrawn"
    JOINED = "joined"
    ROLE_CHANGED = "role-changed"
    REMOVED = "removed"
    CAMPAIGN_MADE = "campaign-made"
    CAMPAIGN_CHANGED = "campaign-changed"
    OFFICE_CHANGED = "office-changed"
    CALL_ENDED = "call-ended"
    OUTCOME_CORRECTED = "outcome-corrected"
    EXPORTED = "exported"
    UNMASKED = "unmasked"
    NUMBER_FORGOTTEN = "number-forgotten"
    NOTE_REDACTED = "note-redacted"
    NUMBER_LOOKED_UP = "number-looked-up"
    NUMBER_BLOCKED = "number-blocked"
    NUMBER_UNBLOCKED = "number-unblocked"
    LEGAL_HOLD_BEGUN = "legal-hold-begun"
    LEGAL_HOLD_CHANGED = "legal-hold-changed"
    LEGAL_HOLD_ENDED = "legal-hold-ended"
    SETTING_CHANGED = "setting-changed"


class AuditEvent(Base):
    """Who did what, when, and from where, with what stood there before and after. Written once, and kept a year.

    `who` is the address that they had then, `whence` tells no more than the part of the internet and the kind of
    device. Neither `before` nor `after` ever holds a secret.
    """

    __tablename__ = "audit_event"

    id: Mapped[RowId]
    at: Mapped[datetime]
    who: Mapped[str] = mapped_column(String(255))
    act: Mapped[AuditAct]
    subject: Mapped[str] = mapped_column(String(255), default="", server_default="")
    campaign_id: Mapped[int | None] = mapped_column(BigInteger)
    whence: Mapped[str] = mapped_column(String(120), default="", server_default="")
    before: Mapped[dict[str, object] | None] = mapped_column(JSONB)
    after: Mapped[dict[str, object] | None] = mapped_column(JSONB)

    __table_args__ = (
        Index("ix_audit_event_newest", "at", "id"),
        Index("ix_audit_event_of_campaign", "campaign_id", "at"),
        Index("ix_audit_event_of_person", "who", "at"),
        Index("ix_audit_event_of_act", "act", "at"),
    )


class AlertKind(StrEnum):
    """What somebody should know at once. Where a kind has a cure, its sentence names it."""

    PLACING_PAUSED = "placing-paused"
    CARRIER_REFUSES = "carrier-refuses"
    NO_WORKER = "no-worker"
    DISK_FULL = "disk-full"
    BUDGET = "budget"
    ODD = "odd"
    SAFE_MODE = "safe-mode"
    OFFICE_LINE_DEAD = "office-line-dead"
    OFFICE_COMPLAINS = "office-complains"
    LINE_UNCONFIRMED = "line-unconfirmed"
    TERM_ENDS = "term-ends"
    MAIL_FAILS = "mail-fails"
    TOKEN_CHANGED = "token-changed"  # nosec B105 # names what happened
    NUMBER_KEPT = "number-kept"


class Alert(Base):
    """Something that is wrong now, or was: raised again it is the same row, until it is over.

    `about` tells two of a kind apart: a line, a campaign. `sentence` and `link` are what is shown and sent.
    """

    __tablename__ = "alert"

    id: Mapped[RowId]
    kind: Mapped[AlertKind]
    about: Mapped[str] = mapped_column(String(80), default="", server_default="")
    sentence: Mapped[str] = mapped_column(String(500))
    link: Mapped[str] = mapped_column(String(200), default="", server_default="")
    raised_at: Mapped[datetime]
    seen_at: Mapped[datetime]  # when it was last found to be so
    over_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]

    __table_args__ = (
        Index("uq_alert_standing", "kind", "about", unique=True, postgresql_where=text("over_at IS NULL")),
        Index("ix_alert_sent", "kind", "sent_at"),
    )


class AlertChoice(Base):
    """An alert that somebody wants by mail."""

    __tablename__ = "alert_choice"

    organizer_id: Mapped[int] = mapped_column(ForeignKey("organizer.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[AlertKind] = mapped_column(primary_key=True)
