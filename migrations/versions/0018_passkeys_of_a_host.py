"""A passkey says which host it is bound to: whose end is known before the server's address changes."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0018"
down_revision: str | None = "0017"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("organizer_passkey", sa.Column("host", sa.String(255), server_default="", nullable=False))


def downgrade() -> None:
    op.drop_column("organizer_passkey", "host")
