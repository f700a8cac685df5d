"""A time as a page writes it: soon in minutes, else the weekday and the hour in Massachusetts."""

from datetime import datetime

from babel.dates import format_datetime

from app.calls.quiet_hours import THEIRS

SOON_MINUTES = 60
PATTERN = "'on' EEEE, MMMM d, 'at' h:mm a"


def in_words(moment: datetime, now: datetime, locale: str = "en") -> str:
    """“in 5 minutes”, or “on Monday, November 30, at 9:00 AM”."""
    minutes = round((moment - now).total_seconds() / 60)
    if minutes < 1:
        return "now"
    if minutes <= SOON_MINUTES:
        return "in a minute" if minutes == 1 else f"in {minutes} minutes"
    return format_datetime(moment, PATTERN, tzinfo=THEIRS, locale=locale)
