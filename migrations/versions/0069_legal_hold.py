"""An admin keeps a campaign's calls for a court until a day; whoever asks to be forgotten meanwhile is so afterwards."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0069"
down_revision: str | None = "0066"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "legal_hold",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("key_name", sa.String(length=16), nullable=False),
        sa.Column("begun_at", MOMENT, server_default=sa.text("now()"), nullable=False),
        sa.Column("begun_by", sa.String(length=255), nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("ended_by", sa.String(length=255), server_default="", nullable=False),
        sa.Column("is_key_gone", sa.Boolean(), server_default="false", nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_legal_hold_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_hold")),
        sa.UniqueConstraint("key_name", name=op.f("uq_legal_hold_key_name")),
    )
    op.create_index(op.f("ix_legal_hold_campaign_id"), "legal_hold", ["campaign_id"])
    standing = sa.text("ended_at IS NULL")
    op.create_index("uq_legal_hold_standing", "legal_hold", ["campaign_id"], unique=True, postgresql_where=standing)
    op.create_table(
        "asked_while_held",
        sa.Column("call_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", MOMENT, server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_asked_while_held_call_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("call_id", name=op.f("pk_asked_while_held")),
    )


def downgrade() -> None:
    op.drop_table("asked_while_held")
    op.drop_table("legal_hold")
