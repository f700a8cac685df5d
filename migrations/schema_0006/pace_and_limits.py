"""How fast offices and the carrier are asked, and which numbers may be rung how often."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from migrations.schema_0006.columns import E164, MOMENT, column, now, table

table(
    "line_pace",
    column("e164", E164, primary_key=True),
    column("at_once", sa.SmallInteger, server_default="2"),
    column("rests_until", MOMENT, nullable=True),
    sa.CheckConstraint("at_once BETWEEN 1 AND 50", name="at_once_sane"),
)
table(
    "slot",
    column("e164", E164, primary_key=True),
    column("starts_at", MOMENT, primary_key=True),
    column("taken", sa.SmallInteger),
)
table("carrier_pace", column("id", sa.SmallInteger, primary_key=True), column("next_at", MOMENT))
table(
    "do_not_call",
    column("phone_hash", sa.LargeBinary, primary_key=True),
    now("asked_at"),
    column("how", sa.String(20)),
)
table("phone_limit", column("phone_hash", sa.LargeBinary, primary_key=True), column("recent", ARRAY(MOMENT)))
