"""Who holds which seat, the telephone lines of their offices, and when these are answered."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from migrations.schema_0006.columns import E164, EMAIL, MOMENT, WORD, column, key_of, row_id, table

table(
    "roster",
    column("state", sa.String(2), primary_key=True),
    column("version", sa.Integer, server_default="1"),
    column("as_of", sa.Date),
    column("source", sa.String(300)),
)
table(
    "district",
    column("geoid", sa.String(12), primary_key=True),
    column("state", sa.String(2)),
    column("chamber", WORD),
    column("name", sa.String(120)),
    column("ocd_id", sa.String(200), unique=True),
    column("vacant_until", sa.Date, nullable=True),
    sa.UniqueConstraint("state", "chamber", "name"),
)
table(
    "office_holder",
    row_id(),
    key_of("district_geoid", "district.geoid", kind=sa.String(12)),
    column("openstates_id", sa.String(80)),
    column("name", sa.String(120)),
    column("party", sa.String(60)),
    column("url", sa.String(300)),
    column("valid_from", sa.Date),
    column("valid_to", sa.Date, nullable=True),
    sa.CheckConstraint("valid_to >= valid_from", name="valid_order"),
    sa.Index(
        "uq_office_holder_sitting",
        "district_geoid",
        "openstates_id",
        unique=True,
        postgresql_where=sa.text("valid_to IS NULL"),
    ),
)
table(
    "office_line",
    row_id(),
    column("e164", E164),
    column("extension", sa.String(8), server_default=""),
    sa.UniqueConstraint("e164", "extension"),
)
table(
    "holder_line",
    key_of("holder_id", "office_holder.id", primary_key=True),
    key_of("line_id", "office_line.id", primary_key=True),
    column("kind", WORD),
    column("rank", sa.Integer, server_default="0"),
)
table(
    "line_correction",
    row_id(),
    key_of("holder_id", "office_holder.id"),
    column("corrected_at", MOMENT),
    column("corrected_by", EMAIL),
    column("note", sa.String(300)),
    column("lines", JSONB),
    column("imported", JSONB),
    column("ended_at", MOMENT, nullable=True),
    column("ended_by", EMAIL, server_default=""),
    sa.CheckConstraint("ended_at >= corrected_at", name="ended_after"),
    sa.Index("uq_line_correction_current", "holder_id", unique=True, postgresql_where=sa.text("ended_at IS NULL")),
)
table(
    "office_hours",
    key_of("line_id", "office_line.id", primary_key=True),
    column("week", JSONB),
    column("set_at", MOMENT),
    column("set_by", EMAIL),
)
table(
    "hours_exception",
    row_id(),
    key_of("line_id", "office_line.id", nullable=True),
    key_of("state", "roster.state", kind=sa.String(2), nullable=True),
    column("day", sa.Date),
    column("spans", JSONB),
    column("note", sa.String(120)),
    column("set_at", MOMENT),
    column("set_by", EMAIL),
    sa.CheckConstraint("(line_id IS NULL) <> (state IS NULL)", name="line_or_state"),
    sa.UniqueConstraint("line_id", "day"),
    sa.UniqueConstraint("state", "day"),
)
