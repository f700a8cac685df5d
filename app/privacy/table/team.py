"""What is kept of organizers."""

from app.privacy.table.entry import Form, Kept

THEM = "as long as they are of the team"
A_YEAR = "a year"

TEAM = (
    Kept(
        "organizer",
        "id role email username active fs_uniquifier confirmed_at last_login_at current_login_at last_login_ip "
        "current_login_ip login_count tf_primary_method create_datetime update_datetime fs_webauthn_user_handle",
        "who they are, what they may do, when they signed in",
        "they sign in",
        THEM,
    ),
    Kept("organizer", "password mf_recovery_codes", "their password and codes", "they sign in", THEM, Form.HASH),
    Kept("organizer", "tf_totp_secret totp_step", "the secret of their app", "they sign in", THEM, Form.SERVER),
    Kept(
        "organizer",
        "tf_phone_number us_totp_secrets us_phone_number",
        "nothing: columns of a library, which stay empty",
        "the library wants them",
        THEM,
    ),
    Kept("organizer_role", "id name description permissions update_datetime", "nothing: it is empty", "as above", THEM),
    Kept("roles_users", "user_id role_id", "nothing: it is empty", "as above", THEM),
    Kept(
        "organizer_passkey",
        "host id credential_id public_key sign_count transports backup_state device_type extensions create_datetime "
        "lastuse_datetime name usage user_id",
        "their passkeys",
        "they sign in",
        THEM,
    ),
    Kept(
        "organizer_session", "key_hash", "a browser where they are signed in", "it lets in", "until it ends", Form.HASH
    ),
    Kept(
        "organizer_session",
        "id organizer_id device remembered began_at seen_at",
        "which kind of browser, and since when",
        "they may sign it out",
        "until it ends",
    ),
    Kept(
        "organizer_phone", "phone_encrypted code_encrypted", "their own phone", "test calls ring it", THEM, Form.SERVER
    ),
    Kept(
        "organizer_phone", "organizer_id code_until tries_left confirmed_at", "whether it is theirs", "the same", THEM
    ),
    Kept("unsent_form", "form_encrypted", "what they sent too late", "nothing is lost", "a few hours", Form.SERVER),
    Kept("unsent_form", "organizer_id key_hash kept_at", "whose it is", "the same", "a few hours"),
    Kept("download", "key organizer_id", "whose file is being sent", "its page tells how far it is", "an hour or two"),
    Kept("download", "told_at rows ended", "how far it is", "the same", "an hour or two"),
    Kept("uploaded_file", "organizer_id name content request uploaded_at", "a file of offices", "it is imported", THEM),
    Kept("campaign_member", "campaign_id organizer_id", "whose campaign it is", "what they may change", THEM),
    Kept("alert_choice", "organizer_id kind", "which alerts they want by mail", "they get those", THEM),
    Kept("invitation", "link_hash", "a link by which somebody joins", "it works once", "as the rest", Form.HASH),
    Kept(
        "invitation",
        "id email role campaign_ids made_by made_at expires_at used_at",
        "who was invited",
        "they join",
        "with the team",
    ),
    Kept(
        "audit_event",
        "id at who act subject campaign_id whence before after",
        "who changed what",
        "it can be found out",
        f"{A_YEAR}; of a campaign in a legal hold until that is over",
    ),
    Kept(
        "test_call",
        "id kind organizer_id campaign_id caller_id asked_at leg_sid reached office_number office_sid extension "
        "holder_id error_code price",
        "a real call to their own phone",
        "the carrier is set up",
        THEM,
    ),
)
