"""Offices have e-mail addresses, which organizers may correct."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0022"
down_revision: str | None = "0021"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("office_holder", sa.Column("email", sa.String(254), server_default="", nullable=False))
    op.create_table(
        "email_correction",
        sa.Column("district_geoid", sa.String(12), nullable=False),
        sa.Column("openstates_id", sa.String(80), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("corrected_by", sa.String(255), nullable=False),
        sa.Column("note", sa.String(300), nullable=False),
        sa.ForeignKeyConstraint(
            ["district_geoid"], ["district.geoid"], name=op.f("fk_email_correction_district_geoid")
        ),
        sa.PrimaryKeyConstraint("district_geoid", "openstates_id", name=op.f("pk_email_correction")),
    )


def downgrade() -> None:
    """No office has an address; what was set by hand is lost."""
    op.drop_table("email_correction")
    op.drop_column("office_holder", "email")
