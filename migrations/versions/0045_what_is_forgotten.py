"""What is forgotten by the clock: no number of whoever dials in, no hash of a consent, towns and times less exact."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0045"
down_revision: str | None = "0044"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

HAVE_NUMBERS = sa.text("phone_encrypted IS NOT NULL")
# Of those who dialed in, but whoever is to be rung later, and of calls that ended a day ago.
NUMBERS_OF_BEFORE = """
UPDATE call SET phone_encrypted = NULL, phone_hash = NULL
WHERE ended_at IS NOT NULL AND (source = 'hotline' OR ended_at < now() - interval '24 hours')
  AND (phone_encrypted IS NOT NULL OR phone_hash IS NOT NULL)
"""


def upgrade() -> None:
    op.execute(NUMBERS_OF_BEFORE)
    op.execute("UPDATE call SET phone_encrypted = NULL, phone_hash = NULL WHERE source = 'hotline' AND ring_at IS NULL")
    op.drop_column("campaign", "keeps_numbers")
    op.drop_column("consent", "phone_hash")
    op.add_column("consent", sa.Column("phone_sealed", sa.LargeBinary(), nullable=True))
    op.add_column("call", sa.Column("is_coarse", sa.Boolean(), server_default="false", nullable=False))
    op.create_index("ix_call_number_kept", "call", ["ended_at"], postgresql_where=HAVE_NUMBERS)
    op.create_index("ix_call_exact", "call", ["created_at"], postgresql_where=sa.text("NOT is_coarse"))
    noted = sa.text("note_sealed IS NOT NULL")
    op.create_index("ix_feedback_noted", "feedback", ["created_at"], postgresql_where=noted)


def downgrade() -> None:
    op.drop_index("ix_feedback_noted", "feedback")
    op.drop_index("ix_call_exact", "call")
    op.drop_index("ix_call_number_kept", "call")
    op.drop_column("call", "is_coarse")
    op.drop_column("consent", "phone_sealed")
    op.add_column("consent", sa.Column("phone_hash", sa.LargeBinary(), server_default=sa.text("''"), nullable=False))
    op.alter_column("consent", "phone_hash", server_default=None)
    op.add_column("campaign", sa.Column("keeps_numbers", sa.Boolean(), server_default="false", nullable=False))
