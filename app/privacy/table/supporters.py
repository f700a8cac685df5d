"""What is kept of supporters and their calls."""

from app.privacy.forget.times import A_CALL, CODE_OF_A_PAGE, CONSENT, EXACT, NOTE, NUMBER_OF_A_CALL
from app.privacy.table.entry import Form, Kept

HOURS = NUMBER_OF_A_CALL.total_seconds() / 3600
A_NUMBER = f"{HOURS:.0f} hours after the call ended; of an agreed call until it ended; of whoever dials in never"
EXACTLY = f"{EXACT.days} days, then the county"
THE_DAY = f"{EXACT.days} days to the second, then the day"
THE_CALL = f"{A_CALL.days} days, once its day is sealed in the statistics"

SUPPORTERS = (
    Kept("call", "phone_encrypted", "the supporter's number", "we ring it", A_NUMBER, Form.DAY),
    Kept("call", "phone_hash", "the same, to be recognised", "nobody is rung twice at once", A_NUMBER, Form.HASH),
    Kept("call", "town", "the town", "organizers see where people call from", EXACTLY),
    Kept(
        "call",
        "heard",
        "between two questions on the phone: which districts are left, and what was said of the place, sealed by a key "
        "of its day",
        "the next question goes on",
        "until it is known whom to call, at the latest until the call ends",
    ),
    Kept(
        "call",
        "created_at status_since waits_since ring_at ring_until ended_at checked_at",
        "when it began, waited, rang and ended",
        "calls are rung in turn and told in the log",
        THE_DAY,
    ),
    Kept(
        "call",
        "id campaign_id campaign_version source rehearsal phone_bank_id came_from agreed_in withheld language "
        "more_time office_at status phase waits_for holds_line end_reason line_outcome reported_outcome "
        "reported_source ring_seconds talk_seconds total_seconds is_told is_coarse",
        "how the call went, in which language, and to what words 1 agreed",
        "organizers see what came of their campaign",
        THE_CALL,
    ),
    Kept("call", "form_nonce", "which form it came from", "a form that is sent twice rings once", THE_CALL),
    Kept(
        "call_event",
        "id call_id what from_status to_status rank outcome reason source",
        "what happened to a call",
        "statistics and the log go by it",
        THE_CALL,
    ),
    Kept("call_event", "at", "when that was", "the log tells a story", THE_DAY),
    Kept(
        "called_office",
        "id call_id rank nth district_geoid how_found office_holder_id office_line_id line_kind wording passed_over",
        "whose offices were to be called, and what decided it: a street, a ZIP code, a town",
        "the next office is rung after the first, and the log tells whom they reached",
        THE_CALL,
    ),
    Kept(
        "leg",
        "id call_id role called_office_id carrier_sid status duration_seconds price price_unit tallied",
        "each connection, by the carrier's name for it, and its price",
        "the carrier is asked what became of it, and what it cost",
        THE_CALL,
    ),
    Kept("leg", "ringing_at answered_at ended_at", "when it rang, and was answered", "seconds are counted", THE_DAY),
    Kept(
        "carrier_event",
        "call_id key at kind name rank told facts",
        "what the carrier told or asked, without any number",
        "what is told twice counts once, and the log can explain a call",
        f"{EXACT.days} days",
    ),
    Kept(
        "feedback",
        "id called_office_id source outcome stance changes tallied",
        "what they said came of it, and where the office stands",
        "organizers see what offices say",
        THE_CALL,
    ),
    Kept(
        "feedback",
        "note_sealed",
        "the note beside it, or how an organizer knows better",
        "organizers read it",
        f"{NOTE.days} days",
        Form.DAY,
    ),
    Kept("feedback", "note", "notes of before they were sealed", "none is left", "until the upgrade is done"),
    Kept("feedback", "created_at changed_at", "when they said so", "an answer may be changed for a while", THE_DAY),
    Kept(
        "consent",
        "id call_id campaign_id wording_version given_at",
        "that somebody consented to be called, to which words and when",
        "a claim can be answered",
        f"{CONSENT.days // 365} years",
    ),
    Kept("consent", "phone_sealed", "whose consent it is", "the same", f"{CONSENT.days // 365} years", Form.AWAY),
    Kept(
        "dial_in",
        "id created_at campaign_id code good_until town language more_time offices call_id phone_bank_id",
        "whom a page found whose supporter dials us",
        "whoever keys its code need not say it again",
        f"{CODE_OF_A_PAGE.days} day after the half hour for which the code is good",
    ),
    Kept("dial_in", "visitor_hash", "whose page it is", "nobody takes all codes", "until the code is over", Form.HASH),
    Kept("typed_form", "form_sealed", "what a page was told", "Back loses nothing", "half an hour", Form.DAY),
    Kept("typed_form", "key_hash", "which page", "its address is the key", "half an hour", Form.HASH),
    Kept("typed_form", "id campaign_id kept_until", "of which campaign", "the same", "half an hour"),
    Kept("do_not_call", "phone_hash", "a number that is never called again", "so it is", "for good", Form.HASH),
    Kept("do_not_call", "asked_at how until", "when that was asked, and how", "a caller ID asks for a day", "for good"),
    Kept("number_rung", "phone_hash", "a number that rang", "it rings seldom", "some days after it rang", Form.HASH),
    Kept(
        "number_rung",
        "rang in_vain pressed_at over_at",
        "when it rang last, and whether somebody wanted it",
        "it rings seldom",
        "some days after it rang",
    ),
    Kept("rate_limit", "who_hash", "who did something", "they may only so often", "as long as it counts", Form.HASH),
    Kept("rate_limit", "purpose recent over_at", "what, and when", "the same", "as long as it counts"),
    Kept("visitor_asked", "visitor_hash", "an address of the day", "it may ask so often", "that day", Form.HASH),
    Kept("visitor_asked", "forms is_held over_at", "what it asked for, and when", "the same", "that day"),
    Kept(
        "placing_pause",
        "concerns about code misses since until cured_at",
        "for what the carrier refused, of one number by its keyed hash",
        "nobody is rung in vain",
        "an hour after it is over",
    ),
    Kept(
        "call_cost",
        "call_id campaign_id day a_minute reserved legs speech is_estimate is_asked_at times_asked",
        "what a call cost",
        "a budget is kept",
        THE_CALL,
    ),
    Kept(
        "not_rung",
        "campaign_id day why how_often",
        "how often nobody was rung, by the reason",
        "organizers see what stands in the way",
        "some weeks",
    ),
)
