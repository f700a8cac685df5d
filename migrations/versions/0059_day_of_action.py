"""A day of action: offices in waves, and how often each was rung on it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0059"
down_revision: str | None = "0057"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "action_day",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("goal", sa.Integer(), nullable=False),
        sa.Column("starts", sa.SmallInteger(), nullable=False),
        sa.Column("ends", sa.SmallInteger(), nullable=False),
        sa.Column("share", sa.SmallInteger(), nullable=True),
        sa.Column("others", sa.Boolean(), nullable=False),
        sa.Column("waves", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("sharers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("canceled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_by", sa.String(length=255), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("goal BETWEEN 1 AND 100000", name=op.f("ck_action_day_goal_sane")),
        sa.CheckConstraint("share BETWEEN 1 AND 500", name=op.f("ck_action_day_share_sane")),
        sa.CheckConstraint("starts >= 0 AND starts < ends AND ends <= 1440", name=op.f("ck_action_day_hours_sane")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_action_day_campaign_id_campaign"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_day")),
    )
    op.create_index(
        "uq_action_day",
        "action_day",
        ["campaign_id", "day"],
        unique=True,
        postgresql_where=sa.text("canceled_at IS NULL"),
    )
    op.create_table(
        "action_share",
        sa.Column("action_day_id", sa.BigInteger(), nullable=False),
        sa.Column("district_geoid", sa.String(length=12), nullable=False),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_day_id"],
            ["action_day.id"],
            name=op.f("fk_action_share_action_day_id_action_day"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("action_day_id", "district_geoid", name=op.f("pk_action_share")),
    )


def downgrade() -> None:
    op.drop_table("action_share")
    op.drop_index("uq_action_day", table_name="action_day", postgresql_where=sa.text("canceled_at IS NULL"))
    op.drop_table("action_day")
