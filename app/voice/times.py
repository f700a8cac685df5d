"""A time as a voice says it: the weekday and the hour in Massachusetts, in the caller's language."""

from datetime import datetime

from babel.dates import format_datetime

from app.calls.quiet_hours import THEIRS

# Patterns of the Unicode project; words in quotes are said as they are.
PATTERNS = {
    "en": "'on' EEEE, MMMM d, 'at' h:mm a",
    "es": "'el' EEEE d 'de' MMMM 'a las' H:mm",
    "pt": "EEEE, d 'de' MMMM, 'às' H:mm",
    "ht": "'nan' d/M 'a' H:mm",
    "zh": "M月d日EEEEah:mm",
}
LOCALES = {"zh": "zh_Hans"}


def in_words(moment: datetime, language: str) -> str:
    """“on Monday, November 30, at 9:00 AM”."""
    pattern = PATTERNS.get(language, PATTERNS["en"])
    return format_datetime(moment, pattern, tzinfo=THEIRS, locale=LOCALES.get(language, language))
