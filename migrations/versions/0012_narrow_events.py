"""A carrier event is a narrow row: what happened, when, and what makes it count once. No form is kept any more."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

# The forms are encrypted, and full of telephone numbers: of old events their name and time stay, and no more.
NARROW = """
    INSERT INTO narrow_event (call_id, key, at, kind, name, rank, facts)
    SELECT event.call_id,
        ('x' || encode(substring(sha256(convert_to(concat_ws('|', event.carrier_sid, kind, key), 'UTF8')) FOR 8),
            'hex'))::bit(64)::bigint,
        coalesce(happened_at, received_at), kind, name,
        CASE WHEN kind = 'turn' THEN event.rank ELSE called_office.rank END, facts
    FROM carrier_event event
    LEFT JOIN leg USING (carrier_sid) LEFT JOIN called_office ON called_office.id = leg.called_office_id
"""

WIDE = """
    INSERT INTO carrier_event (call_id, carrier_sid, kind, key, name, rank, facts, happened_at)
    SELECT call_id, 'call ' || call_id, kind, key::text, name, rank, facts, at FROM narrow_event
"""


def upgrade() -> None:
    op.create_table(
        "narrow_event",
        sa.Column("call_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("rank", sa.SmallInteger()),
        sa.Column("told", JSONB()),
        sa.Column("facts", JSONB()),
    )
    op.execute(NARROW)
    op.drop_table("carrier_event")
    op.rename_table("narrow_event", "carrier_event")
    op.create_primary_key("pk_carrier_event", "carrier_event", ["call_id", "key"])
    # Both logs are written from the row of their call, which is held: to look it up once more costs as much again.
    op.drop_constraint("fk_call_event_call_id", "call_event")


def downgrade() -> None:
    """Whose leg it was is told by nothing but the call now, and a turn that is sent again is taken again."""
    op.rename_table("carrier_event", "narrow_event")
    op.execute("ALTER TABLE narrow_event RENAME CONSTRAINT pk_carrier_event TO pk_narrow_event")
    op.create_table(
        "carrier_event",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("call_id", sa.BigInteger(), nullable=False),
        sa.Column("carrier_sid", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("rank", sa.Integer()),
        sa.Column("facts", JSONB()),
        sa.Column("happened_at", sa.DateTime(timezone=True)),
        sa.Column("received_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.Column("form_encrypted", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("id", name="pk_carrier_event"),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name="fk_carrier_event_call_id"),
        sa.UniqueConstraint("carrier_sid", "kind", "key", name="uq_carrier_event_carrier_sid"),
    )
    op.create_index("ix_carrier_event_call_id", "carrier_event", ["call_id"])
    op.execute(WIDE)
    op.drop_table("narrow_event")
    op.create_foreign_key("fk_call_event_call_id", "call_event", "call", ["call_id"], ["id"])
