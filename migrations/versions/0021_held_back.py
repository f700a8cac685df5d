"""Office holders whom a campaign lets nobody call for now."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision: str = "0021"
down_revision: str | None = "0020"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("campaign", sa.Column("held_back", ARRAY(sa.BigInteger()), server_default="{}", nullable=False))


def downgrade() -> None:
    """Everybody is called again."""
    op.drop_column("campaign", "held_back")
