"""Offices' numbers that one organizer alone has set, and rooms full of people who call together."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0036"
down_revision: str | None = "0035"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_NEWEST_FIRST = (sa.text("created_at DESC"), sa.text("id DESC"))


def upgrade() -> None:
    _new_lines()
    _phone_banks()


def _new_lines() -> None:
    """Lines that were set before are used as they were: nobody is asked about them."""
    op.create_table(
        "new_line",
        sa.Column("holder_id", sa.BigInteger(), nullable=False),
        sa.Column("e164", sa.String(16), nullable=False),
        sa.Column("extension", sa.String(8), server_default="", nullable=False),
        sa.Column("set_by", sa.String(255), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("waits", sa.Boolean(), server_default="true", nullable=False),
        sa.Column("meanwhile", JSONB(), server_default="[]", nullable=False),
        sa.Column("confirmed_by", sa.String(255), server_default="", nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["holder_id"], ["office_holder.id"], name=op.f("fk_new_line_holder_id_office_holder")),
        sa.PrimaryKeyConstraint("holder_id", "e164", "extension", name=op.f("pk_new_line")),
    )
    op.create_index("ix_new_line_waiting", "new_line", ["used_from"], postgresql_where=sa.text("waits"))
    known = sa.text("phone_hash IS NOT NULL AND ended_at IS NOT NULL")
    op.create_index("ix_call_known_number", "call", ["phone_hash"], postgresql_where=known)
    op.add_column("test_call", sa.Column("extension", sa.String(8), server_default="", nullable=False))
    op.add_column("test_call", sa.Column("holder_id", sa.BigInteger(), nullable=True))
    op.create_foreign_key(
        op.f("fk_test_call_holder_id_office_holder"), "test_call", "office_holder", ["holder_id"], ["id"]
    )


def _phone_banks() -> None:
    op.create_table(
        "phone_bank",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.String(80), nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("people", sa.SmallInteger(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_by", sa.String(255), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "closes_at > opens_at AND closes_at <= opens_at + interval '1 day'",
            name=op.f("ck_phone_bank_a_day_at_most"),
        ),
        sa.CheckConstraint("people BETWEEN 1 AND 500", name=op.f("ck_phone_bank_people_sane")),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_phone_bank_campaign_id_campaign")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phone_bank")),
        sa.UniqueConstraint("code", name=op.f("uq_phone_bank_code")),
    )
    op.create_index(op.f("ix_phone_bank_campaign_id"), "phone_bank", ["campaign_id"])
    op.add_column("call", sa.Column("phone_bank_id", sa.BigInteger(), nullable=True))
    op.create_foreign_key(op.f("fk_call_phone_bank_id_phone_bank"), "call", "phone_bank", ["phone_bank_id"], ["id"])
    op.create_index(
        "ix_call_phone_bank_log",
        "call",
        ["phone_bank_id", *_NEWEST_FIRST],
        postgresql_where=sa.text("phone_bank_id IS NOT NULL"),
    )


def downgrade() -> None:
    """Every number is used as it stands, and calls of a room are calls like any other."""
    op.drop_index("ix_call_phone_bank_log", "call")
    op.drop_column("call", "phone_bank_id")
    op.drop_table("phone_bank")
    op.execute("DELETE FROM test_call WHERE kind = 'line'")
    op.drop_column("test_call", "holder_id")
    op.drop_column("test_call", "extension")
    op.execute("DELETE FROM alert WHERE kind = 'line-unconfirmed'")
    op.execute("DELETE FROM alert_choice WHERE kind = 'line-unconfirmed'")
    op.drop_index("ix_call_known_number", "call")
    op.drop_table("new_line")
