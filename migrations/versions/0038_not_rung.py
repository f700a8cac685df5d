"""How often numbers were not rung, by reasons that those who typed them are not told."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0038"
down_revision: str | None = "0037"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "not_rung",
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("why", sa.String(length=32), nullable=False),
        sa.Column("how_often", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_not_rung_campaign_id_campaign"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("campaign_id", "day", "why", name=op.f("pk_not_rung")),
    )
    op.create_index("ix_not_rung_day", "not_rung", ["day"])


def downgrade() -> None:
    """Why numbers were not rung is forgotten."""
    op.drop_table("not_rung")
