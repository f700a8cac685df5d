"""What is asked, whom supporters call for it, and what stood there before a change."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from migrations.schema_0006.columns import E164, EMAIL, MOMENT, WORD, column, key_of, now, row_id, table

table(
    "campaign",
    row_id(),
    column("slug", sa.String(60), unique=True),
    column("version", sa.Integer, server_default="1"),
    column("state", WORD),
    column("state_code", sa.String(2), server_default="MA"),
    column("target_rule", WORD),
    column("group_name", sa.String(120)),
    column("subject", sa.String(160)),
    column("headline", sa.String(160)),
    column("pitch", sa.Text),
    column("script", sa.Text),
    column("voicemail_script", sa.Text, server_default=""),
    column("thanks_script", sa.Text, server_default=""),
    column("script_told", WORD, server_default="both"),
    column("talking_points", JSONB),
    column("fact_sheet_url", sa.String(500), server_default=""),
    column("actions", JSONB),
    column("phone_number", E164),
    column("keeps_numbers", sa.Boolean, server_default="false"),
    now("created_at"),
    now("updated_at"),
)
table(
    "campaign_target",
    key_of("campaign_id", "campaign.id", primary_key=True),
    key_of("office_holder_id", "office_holder.id", primary_key=True),
    column("place", sa.Integer),
    sa.UniqueConstraint("campaign_id", "place", deferrable=True, initially="DEFERRED"),
)
table(
    "campaign_exclusion",
    key_of("campaign_id", "campaign.id", primary_key=True),
    key_of("office_holder_id", "office_holder.id", primary_key=True),
)
table(
    "campaign_change",
    row_id(),
    key_of("campaign_id", "campaign.id", index=True),
    column("about", sa.String(20), server_default="targets"),
    column("changed_at", MOMENT),
    column("changed_by", EMAIL),
    column("before", JSONB),
)
