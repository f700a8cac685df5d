"""A team: roles, whose campaigns are whose, invitations, sessions, who did what, and alerts.

Whoever could sign in could do everything until now: they are admins.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

MOMENT = sa.DateTime(timezone=True)

WRITTEN_ONCE = """
    CREATE FUNCTION audit_event_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' AND OLD.at < now() - interval '1 year' THEN
            RETURN OLD;
        END IF;
        RAISE EXCEPTION 'what was done is written once, and kept for a year';
    END $$
"""
EACH_ROW = """
    CREATE TRIGGER audit_event_written_once BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_event_written_once()
"""
NOT_ALL_OF_IT = """
    CREATE TRIGGER audit_event_never_emptied BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION audit_event_written_once()
"""


def upgrade() -> None:
    _organizers()
    _sessions_and_invitations()
    _audit()
    _alerts()


def _organizers() -> None:
    op.add_column("organizer", sa.Column("role", sa.String(32), server_default="viewer", nullable=False))
    op.add_column("organizer", sa.Column("totp_step", sa.Integer()))
    op.execute("UPDATE organizer SET role = 'admin'")
    op.create_table(
        "campaign_member",
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("organizer_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("campaign_id", "organizer_id", name="pk_campaign_member"),
        _of("campaign_member", "campaign"),
        _of("campaign_member", "organizer"),
    )
    op.create_index("ix_campaign_member_organizer_id", "campaign_member", ["organizer_id"])


def _sessions_and_invitations() -> None:
    op.create_table(
        "invitation",
        _row_id(),
        sa.Column("link_hash", sa.LargeBinary(), nullable=False),
        sa.Column("email", sa.String(255), server_default="", nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("campaign_ids", JSONB(), server_default="[]", nullable=False),
        sa.Column("made_by", sa.String(255), server_default="", nullable=False),
        sa.Column("made_at", MOMENT, server_default=sa.func.now(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_invitation"),
        sa.UniqueConstraint("link_hash", name="uq_invitation_link_hash"),
    )
    op.create_table(
        "organizer_session",
        _row_id(),
        sa.Column("key_hash", sa.LargeBinary(), nullable=False),
        sa.Column("organizer_id", sa.Integer(), nullable=False),
        sa.Column("device", sa.String(80), nullable=False),
        sa.Column("remembered", sa.Boolean(), server_default="false", nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organizer_session"),
        sa.UniqueConstraint("key_hash", name="uq_organizer_session_key_hash"),
        _of("organizer_session", "organizer"),
    )
    op.create_index("ix_organizer_session_organizer_id", "organizer_session", ["organizer_id"])


def _audit() -> None:
    op.create_table(
        "audit_event",
        _row_id(),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("who", sa.String(255), nullable=False),
        sa.Column("act", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(255), server_default="", nullable=False),
        sa.Column("campaign_id", sa.BigInteger()),
        sa.Column("whence", sa.String(120), server_default="", nullable=False),
        sa.Column("before", JSONB()),
        sa.Column("after", JSONB()),
        sa.PrimaryKeyConstraint("id", name="pk_audit_event"),
    )
    op.create_index("ix_audit_event_newest", "audit_event", ["at", "id"])
    op.create_index("ix_audit_event_of_campaign", "audit_event", ["campaign_id", "at"])
    for statement in (WRITTEN_ONCE, EACH_ROW, NOT_ALL_OF_IT):
        op.execute(statement)


def _alerts() -> None:
    op.create_table(
        "alert",
        _row_id(),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("about", sa.String(80), server_default="", nullable=False),
        sa.Column("sentence", sa.String(500), nullable=False),
        sa.Column("link", sa.String(200), server_default="", nullable=False),
        sa.Column("raised_at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.Column("over_at", MOMENT),
        sa.Column("sent_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_alert"),
    )
    standing = sa.text("over_at IS NULL")
    op.create_index("uq_alert_standing", "alert", ["kind", "about"], unique=True, postgresql_where=standing)
    op.create_index("ix_alert_sent", "alert", ["kind", "sent_at"])
    op.create_table(
        "alert_choice",
        sa.Column("organizer_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("organizer_id", "kind", name="pk_alert_choice"),
        _of("alert_choice", "organizer"),
    )


def _row_id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False)


def _of(table: str, whose: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{whose}_id"
    return sa.ForeignKeyConstraint([f"{whose}_id"], [f"{whose}.id"], name=name, ondelete="CASCADE")


def downgrade() -> None:
    """Everybody may do everything again."""
    for table in ("alert_choice", "alert", "audit_event", "organizer_session", "invitation", "campaign_member"):
        op.drop_table(table)
    op.execute("DROP FUNCTION audit_event_written_once()")
    op.drop_column("organizer", "totp_step")
    op.drop_column("organizer", "role")
