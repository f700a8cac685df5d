"""Imports notice: they remember numbers that they changed, files wait for answers, and the roster says when it learned."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0029"
down_revision: str | None = "0028"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("roster", sa.Column("brought_in_at", sa.DateTime(timezone=True)))
    op.create_table(
        "former_line",
        sa.Column("district_geoid", sa.String(12), nullable=False),
        sa.Column("openstates_id", sa.String(80), nullable=False),
        sa.Column("e164", sa.String(16), nullable=False),
        sa.Column("extension", sa.String(8), server_default="", nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["district_geoid"], ["district.geoid"], name=op.f("fk_former_line_district_geoid")),
        sa.PrimaryKeyConstraint("district_geoid", "openstates_id", "e164", "extension", name=op.f("pk_former_line")),
    )
    op.create_table(
        "uploaded_file",
        sa.Column("organizer_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("request", JSONB(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organizer_id"], ["organizer.id"], name=op.f("fk_uploaded_file_organizer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("organizer_id", name=op.f("pk_uploaded_file")),
    )


def downgrade() -> None:
    """Files that wait have to be uploaded once more, and a number that returns is noticed no more."""
    op.drop_table("uploaded_file")
    op.drop_table("former_line")
    op.drop_column("roster", "brought_in_at")
