"""When each office line is answered, and days that differ."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "office_hours",
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("week", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        *_set(),
        sa.ForeignKeyConstraint(["line_id"], ["office_line.id"], name=op.f("fk_office_hours_line_id")),
        sa.PrimaryKeyConstraint("line_id", name=op.f("pk_office_hours")),
    )
    op.create_table(
        "hours_exception",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=2), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("spans", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("note", sa.String(length=120), nullable=False),
        *_set(),
        sa.CheckConstraint("(line_id IS NULL) <> (state IS NULL)", name=op.f("ck_hours_exception_line_or_state")),
        sa.ForeignKeyConstraint(["line_id"], ["office_line.id"], name=op.f("fk_hours_exception_line_id")),
        sa.ForeignKeyConstraint(["state"], ["roster.state"], name=op.f("fk_hours_exception_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hours_exception")),
        sa.UniqueConstraint("line_id", "day", name=op.f("uq_hours_exception_line_id_day")),
        sa.UniqueConstraint("state", "day", name=op.f("uq_hours_exception_state_day")),
    )


def _set() -> tuple[sa.Column[object], ...]:
    """When it was set, and by whom."""
    return (
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("set_by", sa.String(length=255), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("hours_exception")
    op.drop_table("office_hours")
