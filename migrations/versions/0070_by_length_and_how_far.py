"""Calls are found by the length of their talks, and a file that is being sent tells how far it is."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0070"
down_revision: str | None = "0069"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

MOMENT = sa.DateTime(timezone=True)
LONGEST: list[str | sa.TextClause] = ["campaign_id", sa.text("talk_seconds DESC"), sa.text("id DESC")]


def upgrade() -> None:
    op.create_index("ix_call_talk_log", "call", LONGEST, postgresql_where=sa.text("talk_seconds > 0"))
    op.create_table(
        "download",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("organizer_id", sa.Integer(), nullable=False),
        sa.Column("told_at", MOMENT, server_default=sa.text("now()"), nullable=False),
        sa.Column("rows", sa.Integer(), server_default="0", nullable=False),
        sa.Column("ended", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_download"),
        sa.ForeignKeyConstraint(
            ["organizer_id"], ["organizer.id"], name="fk_download_organizer_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_download_organizer_id", "download", ["organizer_id"])


def downgrade() -> None:
    op.drop_table("download")
    op.drop_index("ix_call_talk_log", "call")
