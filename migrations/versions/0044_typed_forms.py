"""What was typed into a campaign's form, for half an hour."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0044"
down_revision: str | None = "0043"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "typed_form",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("key_hash", sa.LargeBinary(), nullable=False),
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("form_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("kept_until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_typed_form")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_typed_form_key_hash")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_typed_form_campaign_id_campaign"), ondelete="CASCADE"
        ),
    )
    op.create_index("ix_typed_form_kept_until", "typed_form", ["kept_until"])


def downgrade() -> None:
    """What was typed is lost again."""
    op.drop_table("typed_form")
