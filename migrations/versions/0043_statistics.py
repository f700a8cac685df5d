"""Statistics: what was counted of each call, and how many there were by hour, day, office and town."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0043"
down_revision: str | None = "0042"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Nothing is counted yet: the job begins with the first event there is."""
    op.add_column("call", sa.Column("came_from", sa.String(40), server_default="", nullable=False))
    _counted()
    _progress()
    _counts()


def _counted() -> None:
    op.create_table(
        "counted_call",
        sa.Column("call_id", sa.BigInteger(), nullable=False),
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hour", sa.DateTime(timezone=True)),
        sa.Column("town", sa.String(60)),
        sa.Column("came_from", sa.String(40)),
        sa.Column("way", sa.String(16), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("line", sa.String(32)),
        sa.Column("said", sa.String(32)),
        sa.Column("came", sa.String(32), nullable=False),
        *(
            sa.Column(name, sa.Boolean(), nullable=False)
            for name in ("through_us", "rang", "answered", "pressed", "reached", "talked", "told")
        ),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["call_id"], ["call.id"], name=op.f("fk_counted_call_call_id_call"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("call_id", name=op.f("pk_counted_call")),
    )
    op.create_index(op.f("ix_counted_call_day"), "counted_call", ["day"])
    op.create_table(
        "counted_office",
        sa.Column("call_id", sa.BigInteger(), nullable=False),
        sa.Column("nth", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("district_geoid", sa.String(12), nullable=False),
        sa.Column("office_holder_id", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.String(32)),
        sa.Column("said", sa.String(32)),
        sa.Column("stance", sa.String(32)),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["call_id"],
            ["counted_call.call_id"],
            name=op.f("fk_counted_office_call_id_counted_call"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("call_id", "nth", name=op.f("pk_counted_office")),
    )


def _progress() -> None:
    op.create_table(
        "counting",
        sa.Column("id", sa.SmallInteger(), autoincrement=False, nullable=False),
        *(
            sa.Column(name, sa.BigInteger(), server_default="0", nullable=False)
            for name in ("sure_to", "marked", "marked_by", "read_to")
        ),
        *(sa.Column(name, sa.Integer(), server_default="0", nullable=False) for name in ("seen", "seen_since")),
        sa.CheckConstraint("id = 1", name=op.f("ck_counting_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counting")),
    )
    op.create_table(
        "sealed_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_sealed_day")),
    )


def _counts() -> None:
    _count_table("count_of_hour", sa.Column("hour", sa.DateTime(timezone=True), nullable=False))
    _count_table("count_of_day", _date("day"), _date("booked"))
    _count_table(
        "count_of_office",
        _date("day"),
        _date("booked"),
        sa.Column("district_geoid", sa.String(12), nullable=False),
        sa.Column("office_holder_id", sa.BigInteger(), autoincrement=False, nullable=False),
    )
    _count_table("count_of_town", _date("day"), sa.Column("town", sa.String(60), nullable=False))


def _date(name: str) -> "sa.Column[object]":
    return sa.Column(name, sa.Date(), nullable=False)


def _count_table(name: str, *keys: "sa.Column[object]") -> None:
    of = ["campaign_id", *(key.name for key in keys), "dimension", "value"]
    op.create_table(
        name,
        sa.Column("campaign_id", sa.BigInteger(), autoincrement=False, nullable=False),
        *keys,
        sa.Column("dimension", sa.String(32), nullable=False),
        sa.Column("value", sa.String(60), nullable=False),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(*of, name=op.f(f"pk_{name}")),
    )


def downgrade() -> None:
    """Statistics are counted anew from the calls that are still there; of sealed days nothing is left."""
    for table in (
        *("count_of_town", "count_of_office", "count_of_day", "count_of_hour"),
        *("sealed_day", "counting", "counted_office", "counted_call"),
    ):
        op.drop_table(table)
    op.drop_column("call", "came_from")
