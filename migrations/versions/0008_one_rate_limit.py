"""One table for every rate limit, in place of one for telephone numbers and one for names that sign in."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

MOMENT = sa.DateTime(timezone=True)

# Which limit a number's row belonged to stood in its hash alone, which nobody can read. So each becomes a row of all
# three: two of them are never asked for, and are over within the hour.
OF_NUMBERS = """
    INSERT INTO rate_limit (purpose, who_hash, recent, over_at)
    SELECT purpose, phone_hash, recent, recent[1] + interval '1 hour'
    FROM phone_limit, unnest(ARRAY['limit', 'hotline-limit', 'code-tries']) AS purpose
    WHERE recent[1] IS NOT NULL
"""
OF_NAMES = """
    INSERT INTO rate_limit (purpose, who_hash, recent, over_at)
    SELECT 'sign-in', name_hash, recent, recent[1] + interval '1 minute' FROM sign_in_limit
    WHERE recent[1] IS NOT NULL
"""
TO_NUMBERS = """
    INSERT INTO phone_limit (phone_hash, recent)
    SELECT DISTINCT ON (who_hash) who_hash, recent FROM rate_limit WHERE purpose <> 'sign-in'
    ORDER BY who_hash, over_at DESC
"""
TO_NAMES = """
    INSERT INTO sign_in_limit (name_hash, recent)
    SELECT who_hash, recent FROM rate_limit WHERE purpose = 'sign-in'
"""


def upgrade() -> None:
    op.create_table(
        "rate_limit",
        sa.Column("purpose", sa.String(32), nullable=False),
        sa.Column("who_hash", sa.LargeBinary(), nullable=False),
        sa.Column("recent", ARRAY(MOMENT), nullable=False),
        sa.Column("over_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("purpose", "who_hash", name=op.f("pk_rate_limit")),
    )
    op.create_index(op.f("ix_rate_limit_over_at"), "rate_limit", ["over_at"])
    op.execute(OF_NUMBERS)
    op.execute(OF_NAMES)
    op.drop_table("phone_limit")
    op.drop_table("sign_in_limit")


def downgrade() -> None:
    for name, key in (("phone_limit", "phone_hash"), ("sign_in_limit", "name_hash")):
        op.create_table(
            name,
            sa.Column(key, sa.LargeBinary(), nullable=False),
            sa.Column("recent", ARRAY(MOMENT), nullable=False),
            sa.PrimaryKeyConstraint(key, name=op.f(f"pk_{name}")),
        )
    op.execute(TO_NUMBERS)
    op.execute(TO_NAMES)
    op.drop_table("rate_limit")
