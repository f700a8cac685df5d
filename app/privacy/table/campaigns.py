"""What is kept of campaigns: nothing of it is a supporter's."""

from app.privacy.table.entry import Kept

THE_CAMPAIGN = "as long as the campaign"
IN_THE_OPEN = "what the campaign says and does"
SHOWN = "it is shown, said and done so"

CAMPAIGNS = (
    Kept(
        "campaign",
        "id slug version state back_at rehearsed_at waived number_kept_until asks_proof state_code phone_number "
        "serves_hotline office_contact held_back created_at updated_at",
        IN_THE_OPEN,
        SHOWN,
        THE_CAMPAIGN,
    ),
    Kept(
        "edition",
        "id campaign_id content subject based_on_id revision saved_at saved_by version published_at published_by "
        "replaced_at",
        IN_THE_OPEN,
        SHOWN,
        THE_CAMPAIGN,
    ),
    Kept(
        "recording", "id name wav size seconds sha256 file_name uploaded_by uploaded_at", "prompts", SHOWN, THE_CAMPAIGN
    ),
    Kept(
        "picture",
        "id name data media_type width height sha256 uploaded_by uploaded_at",
        "pictures",
        SHOWN,
        THE_CAMPAIGN,
    ),
    Kept(
        "phone_bank",
        "id campaign_id place code people opens_at closes_at closed_at made_by made_at",
        "a room where people call together",
        "whoever comes with its code counts as one of the room",
        THE_CAMPAIGN,
    ),
    Kept(
        "action_day",
        "id campaign_id day goal starts ends share others waves sharers canceled_at made_by created_at",
        "a day of action: its goal, its hours, which offices are called when, who shares a link",
        "offices are called in waves, and none too often",
        THE_CAMPAIGN,
    ),
    Kept(
        "action_share",
        "action_day_id district_geoid calls",
        "how often each office was rung on it",
        "none gets more than its share",
        THE_CAMPAIGN,
    ),
    Kept("budget", "campaign_id a_day a_month", "what it may cost", "no more is spent", THE_CAMPAIGN),
    Kept(
        "spending",
        "campaign_id span since spent reserved estimated calls",
        "what it cost, by day and month",
        "the same",
        THE_CAMPAIGN,
    ),
    Kept("campaign_pace", "campaign_id minute in_minute day in_day", "how many phones it rang", "limits", THE_CAMPAIGN),
    Kept(
        "hold",
        "id campaign_id why about sentence needs by since over_at ended_by",
        "what is held back, and why",
        "nobody watches at night",
        "three months after it is over",
    ),
)
