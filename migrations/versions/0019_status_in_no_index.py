"""No index speaks of a call's status, so that a change of it writes the call alone, and not again into every index."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0019"
down_revision: str | None = "0018"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

PHASE = """
    CASE WHEN status::text = ANY ('{scheduled,completed,busy,no-answer,failed,canceled}'::text[])
    THEN status ELSE NULL::character varying END
"""
ENDED = "status IN ('completed', 'busy', 'no-answer', 'failed', 'canceled')"
IN_FLIGHT = "status IN ('requested', 'dialing', 'ringing', 'answered', 'accepted', 'connecting', 'talking', 'asking')"
ALONE = "NOT rehearsal AND source <> 'hotline'"
NEWEST_FIRST = (sa.text("created_at DESC"), sa.text("id DESC"))
HELD = ("ix_call_ended_log", "uq_call_in_flight", "ix_call_scheduled")


def upgrade() -> None:
    _drop(*HELD, "ix_call_open")
    # Before the column, with which every row is written anew: so each page is left the room.
    op.execute("ALTER TABLE call SET (fillfactor = 70)")
    op.add_column("call", sa.Column("phase", sa.String(32), sa.Computed(PHASE, persisted=True)))
    _has_time("(coalesce(phase, 'scheduled') = 'scheduled') = (ended_at IS NULL)")
    _index("phase", f"phase IS NULL AND {ALONE}", "ring_at IS NOT NULL AND ended_at IS NULL")


def downgrade() -> None:
    """Every change of a status is written into every index again."""
    _drop(*HELD)
    _has_time(f"({ENDED}) = (ended_at IS NOT NULL)")
    op.drop_column("call", "phase")
    op.execute("ALTER TABLE call RESET (fillfactor)")
    _index("status", f"{IN_FLIGHT} AND {ALONE}", "status = 'scheduled'")
    op.create_index("ix_call_open", "call", ["status_since"], postgresql_where=sa.text(IN_FLIGHT))


def _drop(*indexes: str) -> None:
    for index in indexes:
        op.drop_index(index, table_name="call")


def _has_time(condition: str) -> None:
    op.drop_constraint("ck_call_ended_has_time", "call")
    op.create_check_constraint(op.f("ck_call_ended_has_time"), "call", condition)


def _index(phase: str, in_flight: str, scheduled: str) -> None:
    is_over, is_in_flight, is_scheduled = sa.text("ended_at IS NOT NULL"), sa.text(in_flight), sa.text(scheduled)
    op.create_index("ix_call_ended_log", "call", ["campaign_id", phase, *NEWEST_FIRST], postgresql_where=is_over)
    op.create_index("uq_call_in_flight", "call", ["phone_hash"], unique=True, postgresql_where=is_in_flight)
    op.create_index("ix_call_scheduled", "call", ["ring_at"], postgresql_where=is_scheduled)
