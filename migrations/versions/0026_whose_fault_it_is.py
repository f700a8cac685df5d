"""What the carrier refuses because of us; whom an office reaches that calls back, and how often a day it is called."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0026"
down_revision: str | None = "0025"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "placing_pause",
        sa.Column("concerns", sa.String(32), nullable=False),
        sa.Column("about", sa.String(64), nullable=False),
        sa.Column("code", sa.Integer(), nullable=False),
        sa.Column("misses", sa.SmallInteger(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cured_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("concerns", "about", name=op.f("pk_placing_pause")),
    )
    op.add_column("campaign", sa.Column("serves_hotline", sa.Boolean(), server_default="true", nullable=False))
    op.add_column("campaign", sa.Column("office_contact", sa.String(300), server_default="", nullable=False))
    op.add_column("line_pace", sa.Column("a_day", sa.SmallInteger(), nullable=True))
    op.create_check_constraint(op.f("ck_line_pace_a_day_sane"), "line_pace", "a_day BETWEEN 1 AND 500")


def downgrade() -> None:
    """Nothing is paused; offices reach nobody, and are called as often as anybody asks."""
    op.drop_constraint(op.f("ck_line_pace_a_day_sane"), "line_pace", type_="check")
    op.drop_column("line_pace", "a_day")
    op.drop_column("campaign", "office_contact")
    op.drop_column("campaign", "serves_hotline")
    op.drop_table("placing_pause")
