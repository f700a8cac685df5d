"""When each number was rung, what a campaign rings, one agreed time a number, and consent once 1 is pressed."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision: str = "0039"
down_revision: str | None = "0038"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

MOMENT = sa.DateTime(timezone=True)
DIALED_IN = "source <> 'hotline'"
WE_RING = "(source <> 'hotline' OR ring_at IS NOT NULL)"

# The log knows when phones rang, and where 1 was pressed since.
RUNG = """
INSERT INTO number_rung (phone_hash, rang, in_vain, pressed_at, over_at)
SELECT rung.phone_hash, rung.rang, rung.in_vain, rung.pressed_at, rung.rang[1] + interval '7 days' FROM (
  SELECT call.phone_hash,
    (array_agg(happened.at ORDER BY happened.at DESC) FILTER (WHERE happened.to_status = 'dialing'))[1:3] AS rang,
    count(*) FILTER (WHERE happened.to_status = 'dialing' AND happened.at > coalesce(pressed.at, '-infinity'))
      AS in_vain,
    max(pressed.at) AS pressed_at
  FROM call JOIN call_event happened ON happened.call_id = call.id
  LEFT JOIN LATERAL (
    SELECT max(event.at) AS at FROM call other JOIN call_event event ON event.call_id = other.id
    WHERE other.phone_hash = call.phone_hash AND event.to_status = 'accepted'
      AND (other.source <> 'hotline' OR other.ring_at IS NOT NULL)
  ) pressed ON true
  WHERE call.phone_hash IS NOT NULL AND NOT call.rehearsal AND happened.at > now() - interval '7 days'
  GROUP BY call.phone_hash
) rung WHERE rung.rang IS NOT NULL
"""
RUNG_TODAY = """
INSERT INTO campaign_pace (campaign_id, minute, in_minute, day, in_day)
SELECT call.campaign_id, date_trunc('minute', max(event.at)), 0, (now() AT TIME ZONE 'America/New_York')::date, count(*)
FROM call_event event JOIN call ON call.id = event.call_id
WHERE event.to_status = 'dialing' AND NOT call.rehearsal
  AND (event.at AT TIME ZONE 'America/New_York')::date = (now() AT TIME ZONE 'America/New_York')::date
GROUP BY call.campaign_id
"""
# Of several times that one number agreed on the first stays; the others' places are free again.
ONE_TIME = """
WITH twice AS (
  SELECT id, office_at, ring_at FROM (
    SELECT *, row_number() OVER (PARTITION BY phone_hash ORDER BY ring_at, id) AS nth FROM call
    WHERE phase = 'scheduled' AND NOT rehearsal AND phone_hash IS NOT NULL
  ) agreed WHERE nth > 1
), given_back AS (
  UPDATE slot SET taken = greatest(slot.taken - freed.places, 0) FROM (
    SELECT line.e164, date_bin('15 minutes', twice.ring_at, '2000-01-01 00:00:00+00') AS starts_at, count(*) AS places
    FROM twice JOIN called_office office ON office.call_id = twice.id AND office.rank = twice.office_at
    JOIN office_line line ON line.id = office.office_line_id GROUP BY 1, 2
  ) freed WHERE slot.e164 = freed.e164 AND slot.starts_at = freed.starts_at
), told AS (
  INSERT INTO call_event (call_id, what, from_status, to_status, rank, reason, source)
  SELECT id, 'moved', 'scheduled', 'canceled', office_at, 'agreed-twice', 'worker' FROM twice
)
UPDATE call SET status = 'canceled', status_since = now(), ended_at = now(), more_time = false,
  end_reason = 'agreed-twice' FROM twice WHERE call.id = twice.id
"""
AGREED_IN = """
UPDATE call SET agreed_in = consent.wording_version FROM consent
WHERE consent.call_id = call.id AND call.ended_at IS NULL
"""


def upgrade() -> None:
    op.create_table(
        "number_rung",
        sa.Column("phone_hash", sa.LargeBinary(), nullable=False),
        sa.Column("rang", ARRAY(MOMENT), nullable=False),
        sa.Column("in_vain", sa.SmallInteger(), nullable=False),
        sa.Column("pressed_at", MOMENT),
        sa.Column("over_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("phone_hash", name=op.f("pk_number_rung")),
    )
    op.create_index(op.f("ix_number_rung_over_at"), "number_rung", ["over_at"])
    op.create_table(
        "campaign_pace",
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("minute", MOMENT, nullable=False),
        sa.Column("in_minute", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("in_day", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_pace_campaign_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("campaign_id", name=op.f("pk_campaign_pace")),
    )
    op.add_column("call", sa.Column("agreed_in", sa.String(32)))
    op.add_column("call", sa.Column("withheld", sa.Boolean(), server_default="false", nullable=False))
    for moved in (RUNG, RUNG_TODAY, ONE_TIME, AGREED_IN):
        op.execute(moved)
    # Of those that are rung just now it need not be known any more at what time that was agreed.
    op.execute("UPDATE call SET ring_at = NULL WHERE phase IS NULL AND source = 'hotline'")
    _in_flight(WE_RING)
    agreed = sa.text("phase = 'scheduled' AND NOT rehearsal")
    op.create_index("uq_call_agreed", "call", ["phone_hash"], unique=True, postgresql_where=agreed)


def downgrade() -> None:
    """Who was rung within the hour may be rung as often once more."""
    op.drop_index("uq_call_agreed", table_name="call")
    _in_flight(DIALED_IN)
    op.drop_column("call", "withheld")
    op.drop_column("call", "agreed_in")
    op.drop_table("campaign_pace")
    op.drop_table("number_rung")


def _in_flight(which: str) -> None:
    op.drop_index("uq_call_in_flight", table_name="call")
    where = sa.text(f"phase IS NULL AND NOT rehearsal AND {which}")
    op.create_index("uq_call_in_flight", "call", ["phone_hash"], unique=True, postgresql_where=where)
