"""What a campaign says: its texts in more languages, its own prompts and their recordings."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from migrations.schema_0006.columns import EMAIL, LANGUAGE, MOMENT, column, key_of, now, row_id, table

table(
    "campaign_text",
    key_of("campaign_id", "campaign.id", ondelete="CASCADE", primary_key=True),
    column("language", LANGUAGE, primary_key=True),
    column("headline", sa.String(160), server_default=""),
    column("subject", sa.String(160), server_default=""),
    column("pitch", sa.Text, server_default=""),
    column("script", sa.Text, server_default=""),
    column("voicemail_script", sa.Text, server_default=""),
    column("thanks_script", sa.Text, server_default=""),
    column("talking_points", JSONB, server_default="[]"),
    column("made_from", JSONB, server_default="{}"),
    sa.CheckConstraint("language <> 'en'", name="not_english"),
)
table(
    "recording",
    row_id(),
    column("name", sa.String(40), unique=True),
    column("wav", sa.LargeBinary),
    column("size", sa.Integer),
    column("seconds", sa.Float),
    column("sha256", sa.String(64)),
    column("file_name", sa.String(80)),
    column("uploaded_by", EMAIL),
    now("uploaded_at"),
    sa.CheckConstraint("size = length(wav) AND size > 0", name="whole"),
    sa.CheckConstraint("seconds > 0", name="sounds"),
)
table(
    "prompt_version",
    row_id(),
    key_of("campaign_id", "campaign.id"),
    column("language", LANGUAGE),
    column("key", sa.String(40)),
    column("text", sa.Text, nullable=True),
    key_of("recording_id", "recording.id", ondelete="SET NULL", nullable=True, index=True),
    column("saved_at", MOMENT),
    column("saved_by", EMAIL),
    sa.CheckConstraint("recording_id IS NULL OR text IS NOT NULL", name="recording_says_something"),
    sa.Index("ix_prompt_version_newest", "campaign_id", "language", "key", "id"),
)
