"""Every table as it stood when six migrations were folded into this one, and the job engine of Procrastinate 3.10.

It keeps the number of the last of the six: a database that they built is up to date without a step.
"""

from collections.abc import Sequence

from alembic import op

from migrations.schema_0006 import calls, campaigns, job_engine, organizers, pace_and_limits, prompts, representatives
from migrations.schema_0006.columns import schema

revision: str = "0006"
down_revision: str | None = None
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

# Each puts its tables into `schema`.
FAMILIES = (representatives, campaigns, prompts, calls, pace_and_limits, organizers)


def upgrade() -> None:
    job_engine.create()
    schema.create_all(op.get_bind(), checkfirst=False)


def downgrade() -> None:
    schema.drop_all(op.get_bind(), checkfirst=False)
    job_engine.drop()
