"""A moment as a page writes it: the weekday and the hour in Massachusetts, in the page's language."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from babel.dates import format_date, format_datetime

from app.clock import eastern
from app.language.moments.names import CREOLE_DAYS, CREOLE_MONTHS, SATURDAY, on_a_day


def moment_written(moment: datetime, code: str) -> str:
    """“on Monday, November 30, at 9:00 AM”."""
    return WRITTEN_IN[code](eastern(moment))


def written_day(day: date, code: str) -> str:
    """“November 30, 2026”."""
    if code == "ht":
        return f"{day.day} {CREOLE_MONTHS[day.month - 1]} {day.year}"
    return format_date(day, "long", locale=code)


# Patterns of the Unicode project; words in quotes stand as they are.
def _spanish(local: datetime) -> str:
    at = "a la" if local.hour % 12 == 1 else "a las"
    return format_datetime(local, f"'el' EEEE d 'de' MMMM '{at}' h:mm a", locale="es_US")


def _portuguese(local: datetime) -> str:
    on = "no" if local.weekday() >= SATURDAY else "na"
    return format_datetime(local, f"'{on}' EEEE, d 'de' MMMM, 'às' H:mm", locale="pt")


def _creole(local: datetime) -> str:
    day = f"{CREOLE_DAYS[local.weekday()]} {local.day} {CREOLE_MONTHS[local.month - 1]}"
    return format_datetime(local, f"'{day} a' h:mm a", locale="en")


def _simplified(local: datetime) -> str:
    return format_datetime(local, "M月d日EEEEah:mm", locale="zh_Hans")


def _traditional(local: datetime) -> str:
    return format_datetime(local, "M月d日EEEEah:mm", locale="zh_Hant")


WRITTEN_IN: Mapping[str, Callable[[datetime], str]] = {
    "en": on_a_day,
    "es": _spanish,
    "pt": _portuguese,
    "ht": _creole,
    "zh_Hans": _simplified,
    "zh_Hant": _traditional,
}
