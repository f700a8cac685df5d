"""Who signs in and what they may do, with the columns that Flask-Security wants."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from migrations.schema_0006.columns import EMAIL, MOMENT, column, key_of, now, table

table(
    "organizer",
    column("id", sa.Integer, primary_key=True),
    column("email", EMAIL, unique=True),
    column("username", sa.String(255), nullable=True, unique=True),
    column("password", sa.String(255), nullable=True),
    column("active", sa.Boolean),
    column("fs_uniquifier", sa.String(64), unique=True),
    column("confirmed_at", MOMENT, nullable=True),
    column("last_login_at", MOMENT, nullable=True),
    column("current_login_at", MOMENT, nullable=True),
    column("last_login_ip", sa.String(64), nullable=True),
    column("current_login_ip", sa.String(64), nullable=True),
    column("login_count", sa.Integer, nullable=True),
    column("tf_primary_method", sa.String(64), nullable=True),
    column("tf_totp_secret", sa.String(255), nullable=True),
    column("tf_phone_number", sa.String(128), nullable=True),
    column("us_totp_secrets", sa.Text, nullable=True),
    column("us_phone_number", sa.String(128), nullable=True, unique=True),
    column("fs_webauthn_user_handle", sa.String(64), nullable=True, unique=True),
    column("mf_recovery_codes", sa.Text, nullable=True),
    now("create_datetime"),
    now("update_datetime"),
)
table(
    "organizer_role",
    column("id", sa.Integer, primary_key=True),
    column("name", sa.String(80), unique=True),
    column("description", sa.String(255), nullable=True),
    column("permissions", sa.Text, nullable=True),
    now("update_datetime"),
)
table(
    "roles_users",
    key_of("user_id", "organizer.id", kind=sa.Integer, primary_key=True),
    key_of("role_id", "organizer_role.id", kind=sa.Integer, primary_key=True),
)
table(
    "organizer_passkey",
    column("id", sa.Integer, primary_key=True),
    column("credential_id", sa.LargeBinary, index=True, unique=True),
    column("public_key", sa.LargeBinary),
    column("sign_count", sa.Integer, nullable=True),
    column("transports", sa.Text, nullable=True),
    column("backup_state", sa.Boolean),
    column("device_type", sa.String(64)),
    column("extensions", sa.String(255), nullable=True),
    now("create_datetime"),
    column("lastuse_datetime", MOMENT),
    column("name", sa.String(64)),
    column("usage", sa.String(64)),
    key_of("user_id", "organizer.id", kind=sa.Integer, ondelete="CASCADE"),
)
table("sign_in_limit", column("name_hash", sa.LargeBinary, primary_key=True), column("recent", ARRAY(MOMENT)))
