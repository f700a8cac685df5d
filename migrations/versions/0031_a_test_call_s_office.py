"""The office's leg of a test call: which number stood for the office, and by what the carrier knows the leg there."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0031"
down_revision: str | None = "0030"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("test_call", sa.Column("office_number", sa.String(16), server_default="", nullable=False))
    op.add_column("test_call", sa.Column("office_sid", sa.String(64), server_default="", nullable=False))


def downgrade() -> None:
    """Of test calls only the leg to the organizer's phone is known."""
    op.drop_column("test_call", "office_sid")
    op.drop_column("test_call", "office_number")
