"""A time as a voice says it, in the caller's language: in so many minutes, else day and hour in Massachusetts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from babel.dates import format_datetime

from app.clock import eastern
from app.language.moments.names import CREOLE_DAYS, CREOLE_MONTHS, SATURDAY, on_a_day
from voice_flows.said.as_people_say import cardinal


@dataclass(frozen=True)
class Clock:
    """How a language says an hour in words, because voices stumble over "13:15" or say "one" in the wrong gender.

    `hours` are midnight, one … eleven, noon; `periods` say until which hour a part of the day lasts.
    """

    hours: tuple[str, ...]
    minutes: str
    periods: tuple[tuple[int, str], ...]

    def says(self, moment: datetime) -> str:
        """The hour, the minutes if there are any, and the part of the day."""
        hour = self.hours[moment.hour if moment.hour <= 12 else moment.hour - 12]  # noqa: PLR2004 - noon
        minutes = self.minutes.format(moment.minute) if moment.minute else ""
        period = next(words for until, words in self.periods if moment.hour < until)
        return f"{hour}{minutes}{period}"


SPANISH = Clock(
    (
        *("a las doce", "a la una", "a las dos", "a las tres", "a las cuatro", "a las cinco", "a las seis"),
        *("a las siete", "a las ocho", "a las nueve", "a las diez", "a las once", "a las doce"),
    ),
    " y {}",
    ((12, " de la mañana"), (13, " del mediodía"), (19, " de la tarde"), (24, " de la noche")),
)
PORTUGUESE = Clock(
    (
        *("à meia-noite", "à uma", "às duas", "às três", "às quatro", "às cinco", "às seis"),
        *("às sete", "às oito", "às nove", "às dez", "às onze", "ao meio-dia"),
    ),
    " e {}",
    ((1, ""), (12, " da manhã"), (13, ""), (18, " da tarde"), (24, " da noite")),
)
CREOLE = Clock(
    (
        *("a minwi", "a inè", "a dezè", "a twazè", "a katrè", "a senkè", "a sizè"),
        *("a setè", "a uitè", "a nevè", "a dizè", "a onzè", "a midi"),
    ),
    " {}",
    ((1, ""), (12, " nan maten"), (13, ""), (18, " nan apremidi"), (24, " nan aswè")),
)


# Within the hour: of one minute, and of more.
SHORT = 20
A_MINUTE, AN_HOUR = timedelta(minutes=1), timedelta(hours=1)
CREOLE_RELATIVE = ("nan {} minit", "nan {} minit")
RELATIVE: Mapping[str, tuple[str, str]] = {
    "en": ("in {} minute", "in {} minutes"),
    "es": ("en {} minuto", "en {} minutos"),
    "pt": ("em {} minuto", "em {} minutos"),
    "ht": CREOLE_RELATIVE,
    "zh": ("{}分钟后", "{}分钟后"),
    "yue": ("{}分鐘之後", "{}分鐘之後"),
}


def moment_said(moment: datetime, language: str, now: datetime | None = None) -> str:
    """“in ten minutes” where it comes within the hour, else “on Monday, November 30, at 9:00 AM”."""
    if now is not None and now < moment and moment - now < AN_HOUR:
        return _in_minutes(_rounded((moment - now) / A_MINUTE), language)
    return SAID_IN.get(language, on_a_day)(eastern(moment))


def _rounded(minutes: float) -> int:
    """At least one; as people round who look at a clock, a longer time to the next five."""
    return max(1, round(minutes)) if minutes <= SHORT else 5 * round(minutes / 5)


def _in_minutes(minutes: int, language: str) -> str:
    one, more = RELATIVE[language]
    told = cardinal(minutes) if language == "en" else str(minutes)
    return (one if minutes == 1 else more).format(told)


# Patterns of the Unicode project; words in quotes are said as they are.
def _spanish(moment: datetime) -> str:
    day = format_datetime(moment, f"'el' EEEE '{_day(moment, 'primero')}' 'de' MMMM", locale="es")
    return f"{day} {SPANISH.says(moment)}"


def _portuguese(moment: datetime) -> str:
    on = "no" if moment.weekday() >= SATURDAY else "na"
    day = format_datetime(moment, f"'{on}' EEEE, '{_day(moment, 'primeiro')}' 'de' MMMM", locale="pt")
    return f"{day}, {PORTUGUESE.says(moment)}"


def _creole(moment: datetime) -> str:
    weekday, month = CREOLE_DAYS[moment.weekday()], CREOLE_MONTHS[moment.month - 1]
    return f"{weekday} {_day(moment, 'premye')} {month} {CREOLE.says(moment)}"


def _day(moment: datetime, first: str) -> str:
    """Only the first of a month is said as a place in a row."""
    return first if moment.day == 1 else str(moment.day)


def _chinese(moment: datetime) -> str:
    return format_datetime(moment, "M月d日EEEEBh点m分" if moment.minute else "M月d日EEEEBh点", locale="zh_Hans")


def _cantonese(moment: datetime) -> str:
    return format_datetime(moment, "M月d號EEEEBh點m分" if moment.minute else "M月d號EEEEBh點", locale="yue")


SAID_IN: Mapping[str, Callable[[datetime], str]] = {
    "en": on_a_day,
    "es": _spanish,
    "pt": _portuguese,
    "ht": _creole,
    "zh": _chinese,
    "yue": _cantonese,
}
