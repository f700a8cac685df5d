"""The table of limits: whom each protects, and its figures: settings with their reason there, or what stands below.

Each is decided by the database, in the statement that does what is limited, so that no crowd and no number of processes
gets past one, and nothing is done while the database cannot be asked.
"""

from collections.abc import Mapping
from datetime import timedelta

from app.limits.rate import Limit
from models import Limited

TABLE: Mapping[str, tuple[str, ...]] = {
    # rings/number.py: counted when a phone rings, by the statement that takes the call
    "a number": ("calls_per_hour", "calls_per_day", "calls_in_vain", "number_known_days"),
    # visitors.py: an address, by the day
    "a visitor": ("visitor_numbers_per_hour", "visitor_numbers_per_day", "visitor_agreed_times"),
    # calls/queue/, calls/later/slots.py, calls/steps/acts/full_mailbox.py
    "an office": ("office_calls_per_day", "strangers_percent", "line_rest_minutes", "mailbox_seconds"),
    # rings/campaign.py: counted with the number's ring
    "a campaign": ("campaign_rings_per_minute", "campaign_rings_per_day"),
    # calls/begin/hotline.py, calls/steps/lingering.py
    "the hotline": ("hotline_calls_per_hour", "withheld_calls_per_hour", "hotline_turns", "hotline_minutes"),
    # calls/queue/carrier.py
    "the carrier": ("calls_per_second",),
}

# No settings, since each rings the phone of somebody who asked for nothing: anybody may type a number, or show it as a
# caller ID, and say that it wants to be left in peace, or forgotten.
A_MONTH, A_DAY = timedelta(days=30), timedelta(days=1)
RUNG_FOR_PEACE = Limit(Limited.CALL_BACK, at_most=1, window=A_MONTH)  # a number, to hear whether peace is for good
RUNG_TO_FORGET = Limit(Limited.FORGETTING, at_most=2, window=A_MONTH)  # a number: once more, where nobody was there
ASKS_TO_FORGET = Limit(Limited.FORGETTING_VISITOR, at_most=3, window=A_DAY)  # a visitor, of whatever numbers
FIXED: Mapping[str, tuple[Limit, ...]] = {"a number": (RUNG_FOR_PEACE, RUNG_TO_FORGET), "a visitor": (ASKS_TO_FORGET,)}
