"""The audit log is looked through by person and by act without reading all of it."""

from collections.abc import Sequence

from alembic import op

revision: str = "0014"
down_revision: str | None = "0013"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_index("ix_audit_event_of_person", "audit_event", ["who", "at"])
    op.create_index("ix_audit_event_of_act", "audit_event", ["act", "at"])


def downgrade() -> None:
    """It is looked through event by event again."""
    for index in ("ix_audit_event_of_act", "ix_audit_event_of_person"):
        op.drop_index(index, table_name="audit_event")
