"""One word for one thing: an office's rank in its call, whom a campaign calls, and whose turn has not come."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

COLUMNS = (
    ("campaign", "target_rule", "whom_to_call"),
    ("called_office", "place", "rank"),
    ("listed_office_holder", "place", "rank"),
)
CONSTRAINTS = (
    ("called_office", "uq_called_office_call_id_place", "uq_called_office_call_id_rank"),
    ("leg", "ck_leg_office_has_place", "ck_leg_office_has_rank"),
    ("listed_office_holder", "pk_campaign_target", "pk_listed_office_holder"),
    (
        "listed_office_holder",
        "fk_campaign_target_campaign_id",
        "fk_listed_office_holder_campaign_id",
    ),
    (
        "listed_office_holder",
        "fk_campaign_target_office_holder_id",
        "fk_listed_office_holder_office_holder_id",
    ),
    (
        "listed_office_holder",
        "uq_campaign_target_campaign_id_place",
        "uq_listed_office_holder_campaign_id_rank",
    ),
)
CHANGE = ("targets", "whom-to-call")
PROMPTS = (("in_line", "waits_turn"), ("in_line_next", "waits_turn_next"), ("in_line_keys", "waits_turn_keys"))


def upgrade() -> None:
    op.rename_table("campaign_target", "listed_office_holder")
    for table, before, after in COLUMNS:
        op.alter_column(table, before, new_column_name=after)
    for table, before, after in CONSTRAINTS:
        op.execute(f"ALTER TABLE {table} RENAME CONSTRAINT {before} TO {after}")
    _rename_values(CHANGE, PROMPTS)


def downgrade() -> None:
    _rename_values(CHANGE[::-1], tuple(pair[::-1] for pair in PROMPTS))
    for table, before, after in reversed(CONSTRAINTS):
        op.execute(f"ALTER TABLE {table} RENAME CONSTRAINT {after} TO {before}")
    for table, before, after in reversed(COLUMNS):
        op.alter_column(table, after, new_column_name=before)
    op.rename_table("listed_office_holder", "campaign_target")


def _rename_values(change: tuple[str, str], prompts: tuple[tuple[str, str], ...]) -> None:
    op.alter_column("campaign_change", "about", server_default=change[1])
    _say("UPDATE campaign_change SET about = :after WHERE about = :before", change)
    for pair in prompts:
        _say("UPDATE prompt_version SET key = :after WHERE key = :before", pair)
    _say("UPDATE carrier_event SET name = :after WHERE kind = 'turn' AND name = :before", prompts[0])


def _say(statement: str, pair: tuple[str, str]) -> None:
    op.execute(sa.text(statement).bindparams(before=pair[0], after=pair[1]))
