"""What is to be forgotten is found without reading the rest: consents and pages by their time."""

from collections.abc import Sequence

from alembic import op

revision: str = "0046"
down_revision: str | None = "0045"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_index("ix_consent_given_at", "consent", ["given_at"])
    op.create_index("ix_dial_in_good_until", "dial_in", ["good_until"])


def downgrade() -> None:
    op.drop_index("ix_dial_in_good_until", "dial_in")
    op.drop_index("ix_consent_given_at", "consent")
