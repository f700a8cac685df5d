"""How a campaign stands: when it goes on, what its checklist leaves open, its number's date; and its pictures."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision: str = "0020"
down_revision: str | None = "0019"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    for name in ("back_at", "rehearsed_at"):
        op.add_column("campaign", sa.Column(name, MOMENT))
    op.add_column("campaign", sa.Column("waived", ARRAY(sa.String(20)), server_default="{}", nullable=False))
    op.add_column("campaign", sa.Column("number_kept_until", sa.Date()))
    op.create_table(
        "picture",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("media_type", sa.String(20), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("uploaded_by", sa.String(255), nullable=False),
        sa.Column("uploaded_at", MOMENT, server_default=sa.func.now(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_picture"),
        sa.UniqueConstraint("name", name="uq_picture_name"),
        sa.CheckConstraint("width > 0 AND height > 0 AND length(data) > 0", name=op.f("ck_picture_shows")),
    )


def downgrade() -> None:
    """A campaign that was to begin is a draft again."""
    op.execute("UPDATE campaign SET state = 'draft' WHERE state = 'scheduled'")
    op.drop_table("picture")
    for name in ("back_at", "rehearsed_at", "waived", "number_kept_until"):
        op.drop_column("campaign", name)
