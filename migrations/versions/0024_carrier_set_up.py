"""The carrier is set up in the browser: its account, numbers that were bought, organizers' own phones, test calls."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0024"
down_revision: str | None = "0023"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "carrier_setup",
        sa.Column("id", sa.Integer(), autoincrement=False, server_default="1", nullable=False),
        sa.Column("account_sid", sa.String(64), server_default="", nullable=False),
        sa.Column("token_encrypted", sa.LargeBinary()),
        sa.Column("previous_encrypted", sa.LargeBinary()),
        sa.Column("previous_until", MOMENT),
        sa.Column("set_by", sa.String(255), server_default="", nullable=False),
        sa.Column("set_at", MOMENT),
        sa.Column("looked", JSONB()),
        sa.Column("looked_at", MOMENT),
        sa.Column("fallback_url", sa.String(300), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_carrier_setup"),
        sa.CheckConstraint("id = 1", name=op.f("ck_carrier_setup_one_row")),
    )
    op.create_table(
        "number_bought",
        sa.Column("phone_number", sa.String(16), nullable=False),
        sa.Column("asked_by", sa.String(255), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("bought_at", MOMENT),
        sa.PrimaryKeyConstraint("phone_number", name="pk_number_bought"),
    )
    op.create_table("organizer_phone", *_of_an_organizer("organizer_phone"), *_phone())
    op.create_table("test_call", *_of_an_organizer("test_call"), *_call())
    op.create_index("ix_test_call_organizer_id", "test_call", ["organizer_id"])
    op.create_index("ix_test_call_campaign_id", "test_call", ["campaign_id"])


def _of_an_organizer(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("organizer_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organizer_id"], ["organizer.id"], ondelete="CASCADE", name=op.f(f"fk_{table}_organizer_id")
        ),
    ]


def _phone() -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("phone_encrypted", sa.LargeBinary(), nullable=False),
        sa.Column("code_encrypted", sa.LargeBinary()),
        sa.Column("code_until", MOMENT),
        sa.Column("tries_left", sa.Integer(), server_default="0", nullable=False),
        sa.Column("confirmed_at", MOMENT),
        sa.PrimaryKeyConstraint("organizer_id", name="pk_organizer_phone"),
    ]


def _call() -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("campaign_id", sa.BigInteger()),
        sa.Column("caller_id", sa.String(16), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("leg_sid", sa.String(64), server_default="", nullable=False),
        sa.Column("reached", JSONB(), server_default="{}", nullable=False),
        sa.Column("error_code", sa.Integer()),
        sa.Column("price", sa.String(20), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_test_call"),
    ]


def downgrade() -> None:
    """The account has to be named in the environment again."""
    for table in ("test_call", "organizer_phone", "number_bought", "carrier_setup"):
        op.drop_table(table)
