"""Forms that came when whoever sent them was signed out already."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0015"
down_revision: str | None = "0014"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "unsent_form",
        sa.Column("organizer_id", sa.Integer(), nullable=False),
        sa.Column("key_hash", sa.LargeBinary(), nullable=False),
        sa.Column("form_encrypted", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("organizer_id", name="pk_unsent_form"),
        sa.ForeignKeyConstraint(
            ["organizer_id"], ["organizer.id"], name="fk_unsent_form_organizer_id", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """What was typed is lost again."""
    op.drop_table("unsent_form")
