"""Offices that are no legislator's are made by hand: seats of no chamber."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0023"
down_revision: str | None = "0022"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.alter_column("district", "chamber", nullable=True)
    op.alter_column("district", "ocd_id", nullable=True)
    op.create_check_constraint("chamber_has_ocd_id", "district", "(chamber IS NULL) = (ocd_id IS NULL)")
    op.create_table(
        "made_office",
        sa.Column("district_geoid", sa.String(12), nullable=False),
        sa.Column("titles", JSONB(), nullable=False),
        sa.Column("note", sa.String(300), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("set_by", sa.String(255), nullable=False),
        sa.Column("before", JSONB(), nullable=True),
        sa.ForeignKeyConstraint(["district_geoid"], ["district.geoid"], name=op.f("fk_made_office_district_geoid")),
        sa.PrimaryKeyConstraint("district_geoid", name=op.f("pk_made_office")),
    )


def downgrade() -> None:
    """Offices made by hand become vacant seats of the House, so that calls to them stay in the log; titles are lost."""
    op.drop_table("made_office")
    op.execute(
        "UPDATE office_holder SET valid_to = greatest(valid_from, CURRENT_DATE) WHERE valid_to IS NULL"
        " AND district_geoid IN (SELECT geoid FROM district WHERE chamber IS NULL)"
    )
    op.execute(
        "UPDATE district SET chamber = 'house', ocd_id = 'made/' || geoid, name = left(name, 100) || ' ' || geoid"
        " WHERE chamber IS NULL"
    )
    op.drop_constraint(op.f("ck_district_chamber_has_ocd_id"), "district", type_="check")
    op.alter_column("district", "ocd_id", nullable=False)
    op.alter_column("district", "chamber", nullable=False)
