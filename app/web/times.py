"""A time as a page writes it: soon in minutes, else the weekday and the hour in Massachusetts."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from babel.dates import format_date, format_datetime

from app.calls.hours.quiet import THEIRS
from app.calls.hours.spoken import CREOLE_DAYS, CREOLE_MONTHS, SATURDAY
from app.language.page_languages import page_language
from app.language.sentences import Sentence, counted, sentence
from app.web import web

SOON_MINUTES = 60


def in_words(moment: datetime, now: datetime) -> Sentence | str:
    """“in 5 minutes”, or “on Monday, November 30, at 9:00 AM”."""
    minutes = round((moment - now).total_seconds() / 60)
    if minutes < 1:
        return sentence("now")
    if minutes <= SOON_MINUTES:
        return counted("in a minute", "in %(num)s minutes", minutes)
    return WRITTEN_IN[page_language().code](moment.astimezone(THEIRS))


@web.app_template_filter("day")
def day_in_words(day: date) -> str:
    """“November 30, 2026”."""
    code = page_language().code
    if code == "ht":  # whose months the Unicode project does not know
        return f"{day.day} {CREOLE_MONTHS[day.month - 1]} {day.year}"
    return format_date(day, "long", locale=code)


# Patterns of the Unicode project; words in quotes stand as they are.
def _english(moment: datetime) -> str:
    return format_datetime(moment, "'on' EEEE, MMMM d, 'at' h:mm a", locale="en")


def _spanish(moment: datetime) -> str:
    at = "a la" if moment.hour % 12 == 1 else "a las"
    return format_datetime(moment, f"'el' EEEE d 'de' MMMM '{at}' h:mm a", locale="es_US")


def _portuguese(moment: datetime) -> str:
    on = "no" if moment.weekday() >= SATURDAY else "na"
    return format_datetime(moment, f"'{on}' EEEE, d 'de' MMMM, 'às' H:mm", locale="pt")


def _creole(moment: datetime) -> str:
    day = f"{CREOLE_DAYS[moment.weekday()]} {moment.day} {CREOLE_MONTHS[moment.month - 1]}"
    return format_datetime(moment, f"'{day} a' h:mm a", locale="en")


def _simplified(moment: datetime) -> str:
    return format_datetime(moment, "M月d日EEEEah:mm", locale="zh_Hans")


def _traditional(moment: datetime) -> str:
    return format_datetime(moment, "M月d日EEEEah:mm", locale="zh_Hant")


WRITTEN_IN: Mapping[str, Callable[[datetime], str]] = {
    "en": _english,
    "es": _spanish,
    "pt": _portuguese,
    "ht": _creole,
    "zh_Hans": _simplified,
    "zh_Hant": _traditional,
}
