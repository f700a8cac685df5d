"""A page with a code knows by which link its supporter came, so that the call that they dial tells it too."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0057"
down_revision: str | None = "0050"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("dial_in", sa.Column("came_from", sa.String(length=40), server_default="", nullable=False))


def downgrade() -> None:
    op.drop_column("dial_in", "came_from")
