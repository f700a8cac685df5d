"""An API key may place the calls, beside the account's token: kept like it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0027"
down_revision: str | None = "0026"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("carrier_setup", sa.Column("api_key_sid", sa.String(64), server_default="", nullable=False))
    op.add_column("carrier_setup", sa.Column("api_key_encrypted", sa.LargeBinary()))


def downgrade() -> None:
    """Calls are placed with the account's token again."""
    op.drop_column("carrier_setup", "api_key_encrypted")
    op.drop_column("carrier_setup", "api_key_sid")
