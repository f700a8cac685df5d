"""The tables of one whole call, and those of the job engine."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from procrastinate.schema import SchemaManager
from sqlalchemy.dialects import postgresql

revision: str = "0001"
down_revision: str | None = None
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

DROP_JOB_ENGINE = r"""
DO $$ DECLARE thing regprocedure; BEGIN
  FOR thing IN SELECT oid FROM pg_proc WHERE proname LIKE 'procrastinate\_%%' LOOP
    EXECUTE 'DROP FUNCTION ' || thing || ' CASCADE';
  END LOOP;
END $$;
DROP TABLE procrastinate_periodic_defers, procrastinate_events, procrastinate_jobs, procrastinate_workers CASCADE;
DROP TYPE procrastinate_job_to_defer_v1, procrastinate_job_status, procrastinate_job_event_type CASCADE;
"""


def upgrade() -> None:
    op.create_table(
        "campaign",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "state",
            sa.Enum("draft", "live", "paused", "archived", name="campaignstate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("state_code", sa.String(length=2), server_default="MA", nullable=False),
        sa.Column("chamber", sa.Enum("house", "senate", name="chamber", native_enum=False, length=32), nullable=False),
        sa.Column("group_name", sa.String(length=120), nullable=False),
        sa.Column("subject", sa.String(length=160), nullable=False),
        sa.Column("headline", sa.String(length=160), nullable=False),
        sa.Column("pitch", sa.Text(), nullable=False),
        sa.Column("script", sa.Text(), nullable=False),
        sa.Column("voicemail_script", sa.Text(), server_default="", nullable=False),
        sa.Column("talking_points", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("fact_sheet_url", sa.String(length=500), server_default="", nullable=False),
        sa.Column("actions", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("phone_number", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        sa.UniqueConstraint("slug", name=op.f("uq_campaign_slug")),
    )
    op.create_table(
        "district",
        sa.Column("geoid", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=2), nullable=False),
        sa.Column("chamber", sa.Enum("house", "senate", name="chamber", native_enum=False, length=32), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("ocd_id", sa.String(length=200), nullable=False),
        sa.Column("vacant_until", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("geoid", name=op.f("pk_district")),
        sa.UniqueConstraint("ocd_id", name=op.f("uq_district_ocd_id")),
        sa.UniqueConstraint("state", "chamber", "name", name=op.f("uq_district_state_chamber_name")),
    )
    op.create_table(
        "do_not_call",
        sa.Column("phone_hash", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("how", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("phone_hash", name=op.f("pk_do_not_call")),
    )
    op.create_table(
        "office_line",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("e164", sa.String(length=16), nullable=False),
        sa.Column("extension", sa.String(length=8), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_line")),
        sa.UniqueConstraint("e164", "extension", name=op.f("uq_office_line_e164_extension")),
    )
    op.create_table(
        "organizer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=255), nullable=False),
        sa.Column("username", sa.String(length=255), nullable=True),
        sa.Column("password", sa.String(length=255), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("fs_uniquifier", sa.String(length=64), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_login_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("current_login_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_login_ip", sa.String(length=64), nullable=True),
        sa.Column("current_login_ip", sa.String(length=64), nullable=True),
        sa.Column("login_count", sa.Integer(), nullable=True),
        sa.Column("tf_primary_method", sa.String(length=64), nullable=True),
        sa.Column("tf_totp_secret", sa.String(length=255), nullable=True),
        sa.Column("tf_phone_number", sa.String(length=128), nullable=True),
        sa.Column("us_totp_secrets", sa.Text(), nullable=True),
        sa.Column("us_phone_number", sa.String(length=128), nullable=True),
        sa.Column("fs_webauthn_user_handle", sa.String(length=64), nullable=True),
        sa.Column("mf_recovery_codes", sa.UnicodeText(), nullable=True),
        sa.Column("create_datetime", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("update_datetime", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organizer")),
        sa.UniqueConstraint("email", name=op.f("uq_organizer_email")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_organizer_fs_uniquifier")),
        sa.UniqueConstraint("fs_webauthn_user_handle", name=op.f("uq_organizer_fs_webauthn_user_handle")),
        sa.UniqueConstraint("us_phone_number", name=op.f("uq_organizer_us_phone_number")),
        sa.UniqueConstraint("username", name=op.f("uq_organizer_username")),
    )
    op.create_table(
        "organizer_role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("description", sa.String(length=255), nullable=True),
        sa.Column("permissions", sa.UnicodeText(), nullable=True),
        sa.Column("update_datetime", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organizer_role")),
        sa.UniqueConstraint("name", name=op.f("uq_organizer_role_name")),
    )
    op.create_table(
        "phone_limit",
        sa.Column("phone_hash", sa.LargeBinary(), nullable=False),
        sa.Column("recent", postgresql.ARRAY(sa.DateTime(timezone=True)), nullable=False),
        sa.PrimaryKeyConstraint("phone_hash", name=op.f("pk_phone_limit")),
    )
    op.create_table(
        "roster",
        sa.Column("state", sa.String(length=2), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.PrimaryKeyConstraint("state", name=op.f("pk_roster")),
    )
    op.create_table(
        "sign_in_limit",
        sa.Column("name_hash", sa.LargeBinary(), nullable=False),
        sa.Column("recent", postgresql.ARRAY(sa.DateTime(timezone=True)), nullable=False),
        sa.PrimaryKeyConstraint("name_hash", name=op.f("pk_sign_in_limit")),
    )
    op.create_table(
        "office_holder",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("district_geoid", sa.String(length=12), nullable=False),
        sa.Column("openstates_id", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("party", sa.String(length=60), nullable=False),
        sa.Column("url", sa.String(length=300), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("valid_to >= valid_from", name=op.f("ck_office_holder_valid_order")),
        sa.ForeignKeyConstraint(["district_geoid"], ["district.geoid"], name=op.f("fk_office_holder_district_geoid")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_holder")),
    )
    op.create_index(
        "uq_office_holder_sitting",
        "office_holder",
        ["district_geoid", "openstates_id"],
        unique=True,
        postgresql_where="valid_to IS NULL",
    )
    op.create_table(
        "organizer_passkey",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("credential_id", sa.LargeBinary(length=1024), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.Integer(), nullable=True),
        sa.Column("transports", sa.UnicodeText(), nullable=True),
        sa.Column("backup_state", sa.Boolean(), nullable=False),
        sa.Column("device_type", sa.String(length=64), nullable=False),
        sa.Column("extensions", sa.String(length=255), nullable=True),
        sa.Column("create_datetime", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("lastuse_datetime", sa.DateTime(timezone=True), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("usage", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["organizer.id"], name=op.f("fk_organizer_passkey_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organizer_passkey")),
    )
    op.create_index(op.f("ix_organizer_passkey_credential_id"), "organizer_passkey", ["credential_id"], unique=True)
    op.create_table(
        "roles_users",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["role_id"], ["organizer_role.id"], name=op.f("fk_roles_users_role_id")),
        sa.ForeignKeyConstraint(["user_id"], ["organizer.id"], name=op.f("fk_roles_users_user_id")),
        sa.PrimaryKeyConstraint("user_id", "role_id", name=op.f("pk_roles_users")),
    )
    op.create_table(
        "call",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("campaign_version", sa.Integer(), nullable=False),
        sa.Column("source", sa.Enum("web", "hotline", name="callsource", native_enum=False, length=32), nullable=False),
        sa.Column("rehearsal", sa.Boolean(), server_default="false", nullable=False),
        sa.Column("form_nonce", sa.String(length=32), nullable=True),
        sa.Column("phone_encrypted", sa.LargeBinary(), nullable=True),
        sa.Column("phone_hash", sa.LargeBinary(), nullable=True),
        sa.Column("town", sa.String(length=60), nullable=False),
        sa.Column("how_found", sa.String(length=20), nullable=False),
        sa.Column("district_geoid", sa.String(length=12), nullable=False),
        sa.Column("office_holder_id", sa.BigInteger(), nullable=False),
        sa.Column("office_line_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "requested",
                "dialing",
                "ringing",
                "answered",
                "accepted",
                "connecting",
                "talking",
                "asking",
                "completed",
                "busy",
                "no-answer",
                "failed",
                "canceled",
                name="callstatus",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("status_since", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column(
            "end_reason",
            sa.Enum(
                "no-key",
                "refused",
                "canceled-on-page",
                "carrier-refused",
                "carrier-unreachable",
                "campaign-not-live",
                "waited-too-long",
                "lost",
                name="endreason",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "line_outcome",
            sa.Enum(
                "answered", "busy", "no-answer", "failed", "canceled", name="lineoutcome", native_enum=False, length=32
            ),
            nullable=True,
        ),
        sa.Column(
            "reported_outcome",
            sa.Enum(
                "contact",
                "voicemail",
                "unavailable",
                "wrong-number",
                "skip",
                name="reportedoutcome",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "reported_source",
            sa.Enum("keypad", "page", name="reportsource", native_enum=False, length=32),
            nullable=True,
        ),
        sa.Column("ring_seconds", sa.Integer(), nullable=True),
        sa.Column("talk_seconds", sa.Integer(), nullable=True),
        sa.Column("total_seconds", sa.Integer(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(status IN ('completed', 'busy', 'no-answer', 'failed', 'canceled')) = (ended_at IS NOT NULL)",
            name=op.f("ck_call_ended_has_time"),
        ),
        sa.CheckConstraint(
            "(reported_outcome IS NULL) = (reported_source IS NULL)", name=op.f("ck_call_report_has_source")
        ),
        sa.CheckConstraint(
            "least(ring_seconds, talk_seconds, total_seconds) >= 0", name=op.f("ck_call_seconds_not_negative")
        ),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_call_campaign_id")),
        sa.ForeignKeyConstraint(["district_geoid"], ["district.geoid"], name=op.f("fk_call_district_geoid")),
        sa.ForeignKeyConstraint(["office_holder_id"], ["office_holder.id"], name=op.f("fk_call_office_holder_id")),
        sa.ForeignKeyConstraint(["office_line_id"], ["office_line.id"], name=op.f("fk_call_office_line_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call")),
        sa.UniqueConstraint("form_nonce", name=op.f("uq_call_form_nonce")),
    )
    op.create_index(
        "ix_call_campaign_log",
        "call",
        ["campaign_id", sa.literal_column("created_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(
        "ix_call_log", "call", [sa.literal_column("created_at DESC"), sa.literal_column("id DESC")], unique=False
    )
    op.create_index(
        "ix_call_open",
        "call",
        ["status_since"],
        unique=False,
        postgresql_where=sa.text(
            "status IN ('requested', 'dialing', 'ringing', 'answered', 'accepted', 'connecting', 'talking', 'asking')"
        ),
    )
    op.create_index(
        "uq_call_in_flight",
        "call",
        ["phone_hash"],
        unique=True,
        postgresql_where=sa.text(
            "status IN ('requested', 'dialing', 'ringing', 'answered', 'accepted', 'connecting', 'talking', 'asking') AND NOT rehearsal"
        ),
    )
    op.create_table(
        "holder_line",
        sa.Column("holder_id", sa.BigInteger(), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "kind", sa.Enum("capitol", "district", name="linekind", native_enum=False, length=32), nullable=False
        ),
        sa.Column("rank", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["holder_id"], ["office_holder.id"], name=op.f("fk_holder_line_holder_id")),
        sa.ForeignKeyConstraint(["line_id"], ["office_line.id"], name=op.f("fk_holder_line_line_id")),
        sa.PrimaryKeyConstraint("holder_id", "line_id", name=op.f("pk_holder_line")),
    )
    op.create_table(
        "line_correction",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("holder_id", sa.BigInteger(), nullable=False),
        sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("corrected_by", sa.String(length=255), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("lines", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("imported", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.String(length=255), server_default="", nullable=False),
        sa.CheckConstraint("ended_at >= corrected_at", name=op.f("ck_line_correction_ended_after")),
        sa.ForeignKeyConstraint(["holder_id"], ["office_holder.id"], name=op.f("fk_line_correction_holder_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_line_correction")),
    )
    op.create_index(
        "uq_line_correction_current", "line_correction", ["holder_id"], unique=True, postgresql_where="ended_at IS NULL"
    )
    op.create_table(
        "carrier_event",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("call_id", sa.BigInteger(), nullable=False),
        sa.Column("carrier_sid", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("form_encrypted", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_carrier_event_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carrier_event")),
        sa.UniqueConstraint("carrier_sid", "kind", "key", name=op.f("uq_carrier_event_carrier_sid_kind_key")),
    )
    op.create_index(op.f("ix_carrier_event_call_id"), "carrier_event", ["call_id"], unique=False)
    op.create_table(
        "consent",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("call_id", sa.BigInteger(), nullable=True),
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("phone_hash", sa.LargeBinary(), nullable=False),
        sa.Column("wording_version", sa.String(length=20), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_consent_call_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_consent_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index(op.f("ix_consent_call_id"), "consent", ["call_id"], unique=False)
    op.create_table(
        "feedback",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("call_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "source", sa.Enum("keypad", "page", name="reportsource", native_enum=False, length=32), nullable=False
        ),
        sa.Column(
            "outcome",
            sa.Enum(
                "contact",
                "voicemail",
                "unavailable",
                "wrong-number",
                "skip",
                name="reportedoutcome",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "stance",
            sa.Enum("yes", "no", "undecided", "unknown", name="stance", native_enum=False, length=32),
            nullable=True,
        ),
        sa.Column("note", sa.String(length=500), server_default="", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_feedback_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
        sa.UniqueConstraint("call_id", "source", name=op.f("uq_feedback_call_id_source")),
    )
    op.create_table(
        "leg",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("call_id", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.Enum("supporter", "office", name="legrole", native_enum=False, length=32), nullable=False),
        sa.Column("carrier_sid", sa.String(length=64), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "queued",
                "initiated",
                "ringing",
                "in-progress",
                "completed",
                "busy",
                "no-answer",
                "failed",
                "canceled",
                name="legstatus",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("ringing_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("duration_seconds", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_leg_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leg")),
        sa.UniqueConstraint("carrier_sid", name=op.f("uq_leg_carrier_sid")),
    )
    op.create_index(op.f("ix_leg_call_id"), "leg", ["call_id"], unique=False)

    # The job engine's own tables, as the pinned version makes them; its own migrations follow in ours.
    op.get_bind().exec_driver_sql(SchemaManager.get_schema().replace("%", "%%"))


def downgrade() -> None:
    op.get_bind().exec_driver_sql(DROP_JOB_ENGINE)
    op.drop_index(op.f("ix_leg_call_id"), table_name="leg")
    op.drop_table("leg")
    op.drop_table("feedback")
    op.drop_index(op.f("ix_consent_call_id"), table_name="consent")
    op.drop_table("consent")
    op.drop_index(op.f("ix_carrier_event_call_id"), table_name="carrier_event")
    op.drop_table("carrier_event")
    op.drop_index("uq_line_correction_current", table_name="line_correction", postgresql_where="ended_at IS NULL")
    op.drop_table("line_correction")
    op.drop_table("holder_line")
    op.drop_index(
        "uq_call_in_flight",
        table_name="call",
        postgresql_where=sa.text(
            "status IN ('requested', 'dialing', 'ringing', 'answered', 'accepted', 'connecting', 'talking', 'asking') AND NOT rehearsal"
        ),
    )
    op.drop_index(
        "ix_call_open",
        table_name="call",
        postgresql_where=sa.text(
            "status IN ('requested', 'dialing', 'ringing', 'answered', 'accepted', 'connecting', 'talking', 'asking')"
        ),
    )
    op.drop_index("ix_call_log", table_name="call")
    op.drop_index("ix_call_campaign_log", table_name="call")
    op.drop_table("call")
    op.drop_table("roles_users")
    op.drop_index(op.f("ix_organizer_passkey_credential_id"), table_name="organizer_passkey")
    op.drop_table("organizer_passkey")
    op.drop_index("uq_office_holder_sitting", table_name="office_holder", postgresql_where="valid_to IS NULL")
    op.drop_table("office_holder")
    op.drop_table("sign_in_limit")
    op.drop_table("roster")
    op.drop_table("phone_limit")
    op.drop_table("organizer_role")
    op.drop_table("organizer")
    op.drop_table("office_line")
    op.drop_table("do_not_call")
    op.drop_table("district")
    op.drop_table("campaign")
