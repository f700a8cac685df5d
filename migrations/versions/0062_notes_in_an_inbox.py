"""What organizers do with notes stands beside them, and those to be read are found; blocked numbers are told by day."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0062"
down_revision: str | None = "0061"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

UNREAD = sa.text("note_sealed IS NOT NULL AND source <> 'organizer' AND read_at IS NULL")
MOMENT = sa.DateTime(timezone=True)
COLUMNS = ("read_at", "read_by", "follow_up", "followed_at", "followed_by", "tags", "redacted_at")


def upgrade() -> None:
    op.add_column("feedback", sa.Column("read_at", MOMENT, nullable=True))
    op.add_column("feedback", sa.Column("read_by", sa.String(length=255), nullable=True))
    op.add_column("feedback", sa.Column("follow_up", sa.String(length=32), nullable=True))
    op.add_column("feedback", sa.Column("followed_at", MOMENT, nullable=True))
    op.add_column("feedback", sa.Column("followed_by", sa.String(length=255), nullable=True))
    op.add_column("feedback", sa.Column("tags", postgresql.ARRAY(sa.String(length=30)), nullable=True))
    op.add_column("feedback", sa.Column("redacted_at", MOMENT, nullable=True))
    op.create_index("ix_feedback_unread", "feedback", ["created_at", "id"], postgresql_where=UNREAD)
    needed = sa.text("follow_up = 'needed'")
    op.create_index("ix_feedback_needs_answer", "feedback", ["created_at", "id"], postgresql_where=needed)
    tagged = sa.text("tags IS NOT NULL")
    op.create_index("ix_feedback_tagged", "feedback", ["created_at", "id"], postgresql_where=tagged)
    op.create_index("ix_do_not_call_asked_at", "do_not_call", ["asked_at"])


def downgrade() -> None:
    op.drop_index("ix_do_not_call_asked_at", "do_not_call")
    for name in ("tagged", "needs_answer", "unread"):
        op.drop_index(f"ix_feedback_{name}", "feedback")
    for name in reversed(COLUMNS):
        op.drop_column("feedback", name)
