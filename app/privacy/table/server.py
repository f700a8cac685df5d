"""What is kept of the server and its carrier."""

from app.privacy.table.entry import Form, Kept

THE_SERVER = "as long as the server"

SERVER = (
    Kept(
        "carrier_setup",
        "token_encrypted previous_encrypted api_key_encrypted",
        "what signs with the carrier",
        "it rings for us",
        "until it is replaced",
        Form.SERVER,
    ),
    Kept(
        "carrier_setup",
        "id account_sid previous_until api_key_sid set_by set_at looked looked_at fallback_url",
        "which account, and how it looked",
        "it rings for us",
        "until it is replaced",
    ),
    Kept(
        "key_check",
        "name digest made_at",
        "by what the do-not-call key, the first encryption key and this database are known again",
        "nobody is rung with another key, or from a copy",
        THE_SERVER,
    ),
    Kept("carrier_pace", "id next_at", "when the carrier may be asked next", "it is not asked too often", THE_SERVER),
    Kept(
        "number_bought",
        "phone_number asked_by asked_at bought_at",
        "our own numbers",
        "none is bought twice",
        THE_SERVER,
    ),
    Kept(
        "alert",
        "id kind about sentence link raised_at seen_at over_at sent_at",
        "what is wrong, without any number",
        "somebody mends it",
        THE_SERVER,
    ),
    Kept(
        "procrastinate_jobs",
        "id queue_name task_name priority lock queueing_lock args status scheduled_at attempts abort_requested "
        "worker_id",
        "what is to be done, and of which call, campaign or member of the team; of a letter its address",
        "a program does it, and somebody mends what failed",
        "until it is done; what failed, 30 days",
    ),
    Kept(
        "procrastinate_events",
        "id job_id type at",
        "when that was begun, and how it ended",
        "somebody mends what failed",
        "as long as the job",
    ),
    Kept(
        "procrastinate_periodic_defers",
        "id task_name defer_timestamp job_id periodic_id",
        "when what is done every so often was last due",
        "it is done once",
        "until it is due again",
    ),
    Kept(
        "procrastinate_workers",
        "id last_heartbeat",
        "when each program that does it was last there",
        "what a killed one was at is done all the same",
        "until it is gone",
    ),
    Kept("reserve", "row", "nothing: room on the disk", "it is given up when the disk is full", THE_SERVER),
    Kept("web_heartbeat", "id seen_at back_at", "when this server was last there", "calls are asked about", THE_SERVER),
)
