"""More time: calls, and pages that wait for one, on which we wait for longer than usual."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0017"
down_revision: str | None = "0016"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

TABLES = ("call", "dial_in")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("more_time", sa.Boolean(), server_default="false", nullable=False))
    op.create_check_constraint(op.f("ck_call_more_time_forgotten"), "call", "more_time <= (ended_at IS NULL)")
    op.create_index("ix_dial_in_more_time", "dial_in", ["good_until"], postgresql_where=sa.text("more_time"))


def downgrade() -> None:
    """Everybody is waited for as long as everybody else again."""
    op.drop_constraint(op.f("ck_call_more_time_forgotten"), "call")
    op.drop_index("ix_dial_in_more_time", table_name="dial_in")
    for table in TABLES:
        op.drop_column(table, "more_time")
