"""Notes to an office are sealed by the key of their day; what stands there in clear the worker seals."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0042"
down_revision: str | None = "0041"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("feedback", sa.Column("note_sealed", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("feedback", "note_sealed")
