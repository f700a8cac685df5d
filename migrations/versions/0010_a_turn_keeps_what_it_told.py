"""A turn of the phone keeps where it led to, so that it is said again as it was."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("carrier_event", sa.Column("rank", sa.Integer(), nullable=True))
    op.add_column("carrier_event", sa.Column("facts", JSONB(), nullable=True))


def downgrade() -> None:
    op.drop_column("carrier_event", "facts")
    op.drop_column("carrier_event", "rank")
