"""What calls may cost and what they cost, by the day and the month, and what is held back for now."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0040"
down_revision: str | None = "0039"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

DOLLARS = sa.Numeric(precision=14, scale=5)


def upgrade() -> None:
    _budgets()
    _costs()
    _holds()
    op.add_column("leg", sa.Column("price", DOLLARS))
    op.add_column("leg", sa.Column("price_unit", sa.String(3)))
    op.add_column("visitor_asked", sa.Column("is_held", sa.Boolean(), server_default="false", nullable=False))


def _budgets() -> None:
    op.create_table(
        "budget",
        sa.Column("campaign_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("a_day", DOLLARS),
        sa.Column("a_month", DOLLARS),
        sa.CheckConstraint("least(a_day, a_month) >= 0", name=op.f("ck_budget_not_negative")),
        sa.PrimaryKeyConstraint("campaign_id", name=op.f("pk_budget")),
    )
    op.create_table(
        "spending",
        sa.Column("campaign_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("span", sa.String(32), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("spent", DOLLARS, server_default="0", nullable=False),
        sa.Column("reserved", DOLLARS, server_default="0", nullable=False),
        sa.Column("estimated", DOLLARS, server_default="0", nullable=False),
        sa.Column("calls", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("campaign_id", "span", "since", name=op.f("pk_spending")),
        postgresql_with={"fillfactor": 50},
    )


def _costs() -> None:
    op.create_table(
        "call_cost",
        sa.Column("call_id", sa.BigInteger(), nullable=False),
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("a_minute", DOLLARS, nullable=False),
        sa.Column("reserved", DOLLARS, nullable=False),
        sa.Column("legs", DOLLARS, server_default="0", nullable=False),
        sa.Column("speech", DOLLARS, server_default="0", nullable=False),
        sa.Column("is_estimate", sa.Boolean(), server_default="true", nullable=False),
        sa.Column("is_asked_at", sa.DateTime(timezone=True)),
        sa.Column("times_asked", sa.SmallInteger(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_call_cost_call_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("call_id", name=op.f("pk_call_cost")),
    )
    op.create_index("ix_call_cost_asked", "call_cost", ["is_asked_at"], postgresql_where="is_asked_at IS NOT NULL")
    op.create_index("ix_call_cost_reserved", "call_cost", ["call_id"], postgresql_where="reserved > 0")


def _holds() -> None:
    op.create_table(
        "hold",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("why", sa.String(32), nullable=False),
        sa.Column("about", sa.String(64), server_default="", nullable=False),
        sa.Column("sentence", sa.String(300), server_default="", nullable=False),
        sa.Column("needs", DOLLARS),
        sa.Column("by", sa.String(255), server_default="", nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("over_at", sa.DateTime(timezone=True)),
        sa.Column("ended_by", sa.String(255), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
    )
    op.create_index("ix_hold_over", "hold", ["over_at"], postgresql_where="over_at IS NOT NULL")
    key = ["campaign_id", "why", "about"]
    op.create_index("uq_hold_standing", "hold", key, unique=True, postgresql_where="over_at IS NULL")


def downgrade() -> None:
    """What calls cost is forgotten, and nothing is held back."""
    op.drop_column("visitor_asked", "is_held")
    op.drop_column("leg", "price_unit")
    op.drop_column("leg", "price")
    for table in ("call_cost", "spending", "hold", "budget"):
        op.drop_table(table)
