"""What came of calls is told by month, and ever, so that a page of all that ever were reads no day."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0066"
down_revision: str | None = "0065"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

# A program of before counts on into days alone until it is replaced: a month is compared with its days at every seal.
FILLED = """
INSERT INTO count_of_month (campaign_id, month, dimension, value, calls, seconds)
SELECT campaign_id, month, dimension, value, sum(calls), sum(seconds)
FROM count_of_day, LATERAL (VALUES (date_trunc('month', day)::date), (DATE '0001-01-01')) AS told (month)
GROUP BY campaign_id, month, dimension, value
HAVING sum(calls) <> 0 OR sum(seconds) <> 0
"""


def upgrade() -> None:
    op.create_table(
        "count_of_month",
        sa.Column("campaign_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("dimension", sa.String(32), nullable=False),
        sa.Column("value", sa.String(60), nullable=False),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("campaign_id", "month", "dimension", "value", name=op.f("pk_count_of_month")),
    )
    op.execute(FILLED)


def downgrade() -> None:
    """Days have it all."""
    op.drop_table("count_of_month")
