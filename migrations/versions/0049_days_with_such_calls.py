"""On which days there were such calls is found without reading all counts: there the log looks for them."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0049"
down_revision: str | None = "0048"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_index("ix_count_of_day_days", "count_of_day", ["dimension", "value", "day"])
    op.create_index("ix_count_of_office_days", "count_of_office", ["district_geoid", "dimension", "value", "day"])
    calls = sa.text("dimension = 'calls'")
    op.create_index("ix_count_of_town_days", "count_of_town", ["town", "day"], postgresql_where=calls)


def downgrade() -> None:
    op.drop_index("ix_count_of_town_days", "count_of_town")
    op.drop_index("ix_count_of_office_days", "count_of_office")
    op.drop_index("ix_count_of_day_days", "count_of_day")
