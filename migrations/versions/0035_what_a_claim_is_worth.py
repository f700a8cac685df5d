"""A caller ID asks for peace until tomorrow; answers are changed so often; codes are longer, and whose they are counts."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0035"
down_revision: str | None = "0034"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Whoever asked never to be called before this stays so for good, though some asked by caller ID alone."""
    op.add_column("do_not_call", sa.Column("until", sa.DateTime(timezone=True)))
    op.create_index("ix_do_not_call_until", "do_not_call", ["until"], postgresql_where=sa.text("until IS NOT NULL"))
    op.add_column("feedback", sa.Column("changes", sa.SmallInteger(), server_default="0", nullable=False))
    op.alter_column("dial_in", "code", type_=sa.String(5), existing_type=sa.String(4))
    op.add_column("dial_in", sa.Column("visitor_hash", sa.LargeBinary()))
    op.drop_index("ix_dial_in_more_time", table_name="dial_in")
    whose = sa.text("more_time OR visitor_hash IS NOT NULL")
    op.create_index("ix_dial_in_whose", "dial_in", ["good_until"], postgresql_where=whose)


def downgrade() -> None:
    """Whoever asked for peace until tomorrow has it for good, and pages under long codes wait in vain."""
    op.drop_index("ix_dial_in_whose", table_name="dial_in")
    op.create_index("ix_dial_in_more_time", "dial_in", ["good_until"], postgresql_where=sa.text("more_time"))
    op.drop_column("dial_in", "visitor_hash")
    op.execute("UPDATE dial_in SET code = left(code, 4), good_until = created_at WHERE length(code) > 4")
    op.alter_column("dial_in", "code", type_=sa.String(4), existing_type=sa.String(5))
    op.drop_column("feedback", "changes")
    op.drop_index("ix_do_not_call_until", table_name="do_not_call")
    op.drop_column("do_not_call", "until")
