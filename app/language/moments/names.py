"""What a moment needs whether it is written or said: English as it stands, and the names of days in Creole."""

from datetime import datetime

from babel.dates import format_datetime

SATURDAY = 5

# The Unicode project does not know them.
CREOLE_DAYS = ("lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi", "dimanch")
CREOLE_MONTHS = (
    *("janvye", "fevriye", "mas", "avril", "me", "jen"),
    *("jiyè", "out", "septanm", "oktòb", "novanm", "desanm"),
)


def on_a_day(local: datetime) -> str:
    """“on Monday, November 30, at 9:00 AM”, of what the clock on the wall shows."""
    return format_datetime(local, "'on' EEEE, MMMM d, 'at' h:mm a", locale="en")
