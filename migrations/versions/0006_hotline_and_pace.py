"""The pace of office lines and of the carrier; calls that wait, and calls at an agreed time."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "line_pace",
        sa.Column("e164", sa.String(length=16), nullable=False),
        sa.Column("at_once", sa.SmallInteger(), server_default="2", nullable=False),
        sa.Column("rests_until", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("at_once BETWEEN 1 AND 50", name=op.f("ck_line_pace_at_once_sane")),
        sa.PrimaryKeyConstraint("e164", name=op.f("pk_line_pace")),
    )
    op.create_table(
        "slot",
        sa.Column("e164", sa.String(length=16), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("e164", "starts_at", name=op.f("pk_slot")),
    )
    op.create_table(
        "dial_in",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(length=4), nullable=False),
        sa.Column("good_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("town", sa.String(length=60), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("offices", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("call_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_dial_in_campaign_id")),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_dial_in_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dial_in")),
    )
    op.create_index(
        "ix_dial_in_waiting", "dial_in", ["campaign_id", "code"], postgresql_where=sa.text("call_id IS NULL")
    )
    op.create_table(
        "carrier_pace",
        sa.Column("id", sa.SmallInteger(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carrier_pace")),
    )
    op.add_column("call", sa.Column("language", sa.String(length=8), server_default="en", nullable=False))
    op.add_column("call", sa.Column("heard", postgresql.JSONB(astext_type=sa.Text()), nullable=True))
    op.alter_column("call", "town", server_default="")
    _one_in_flight("NOT rehearsal AND source <> 'hotline'")
    op.add_column("campaign", sa.Column("keeps_numbers", sa.Boolean(), server_default="false", nullable=False))
    op.add_column("call", sa.Column("waits_for", sa.String(length=16), nullable=True))
    op.add_column("call", sa.Column("waits_since", sa.DateTime(timezone=True), nullable=True))
    op.add_column("call", sa.Column("holds_line", sa.String(length=16), nullable=True))
    op.add_column("call", sa.Column("ring_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("call", sa.Column("ring_until", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_call_waiting", "call", ["waits_for", "waits_since"], postgresql_where=sa.text("waits_for IS NOT NULL")
    )
    op.create_index("ix_call_holding", "call", ["holds_line"], postgresql_where=sa.text("holds_line IS NOT NULL"))
    op.create_index("ix_call_scheduled", "call", ["ring_at"], postgresql_where=sa.text("status = 'scheduled'"))
    op.create_check_constraint(
        op.f("ck_call_scheduled_has_time"), "call", "(status = 'scheduled') <= (ring_at <= ring_until)"
    )
    op.alter_column("consent", "wording_version", type_=sa.String(length=32))  # names a language, too
    op.create_check_constraint(op.f("ck_call_waits_since_when"), "call", "(waits_for IS NULL) = (waits_since IS NULL)")


def _one_in_flight(condition: str) -> None:
    """A number is rung once at a time; whoever dials in is not rung."""
    in_flight = (
        "status IN ('requested', 'dialing', 'ringing', 'answered', 'accepted', 'connecting', 'talking', 'asking')"
    )
    op.drop_index("uq_call_in_flight", table_name="call")
    op.create_index(
        "uq_call_in_flight",
        "call",
        ["phone_hash"],
        unique=True,
        postgresql_where=sa.text(f"{in_flight} AND {condition}"),
    )


def downgrade() -> None:
    op.execute("UPDATE call SET status = 'canceled', ended_at = now() WHERE status = 'scheduled'")
    _one_in_flight("NOT rehearsal")
    op.drop_column("campaign", "keeps_numbers")
    op.alter_column("call", "town", server_default=None)
    for name in ("language", "heard", "waits_for", "waits_since", "holds_line", "ring_at", "ring_until"):
        op.drop_column("call", name)
    op.drop_table("carrier_pace")
    op.drop_table("dial_in")
    op.drop_table("slot")
    op.drop_table("line_pace")
