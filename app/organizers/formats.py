"""How organizers' pages write days, times, durations and numbers: in Massachusetts, in plain words."""

from datetime import date, datetime

from flask import Flask

from app.calls.shown.log import EASTERN
from app.extensions import given
from app.guard.phone_numbers import national
from app.organizers.offices.told import day_in_words
from app.representatives import Line
from app.representatives.facts.records import LineFacts
from app.representatives.opening.typed.writing import write_day

NOTHING = "–"  # noqa: RUF001 - a dash, as in any table


def day_and_time(moment: datetime) -> str:
    """Nov 23, 2:05 PM; with the year unless it is the present one."""
    local, now = moment.astimezone(EASTERN), given().clock().astimezone(EASTERN)
    year = "" if local.year == now.year else f", {local.year}"
    return f"{local:%b} {local.day}{year}, {local.hour % 12 or 12}:{local:%M %p}"


def calendar_day(day: date) -> str:
    """Nov 23, 2026."""
    return f"{day:%b} {day.day}, {day.year}"


def clock_time(moment: datetime) -> str:
    """2:05:07 PM."""
    local = moment.astimezone(EASTERN)
    return f"{local.hour % 12 or 12}:{local:%M:%S %p}"


def minutes(seconds: int | None) -> str:
    """m:ss; a dash where nothing is known."""
    return NOTHING if seconds is None else f"{seconds // 60}:{seconds % 60:02d}"


def written_line(line: Line | LineFacts) -> str:
    """(508) 757-0323 ext. 13."""
    return national(line.e164, line.extension)


def init_formats(app: Flask) -> None:
    """Give templates these as filters."""
    for write in (day_and_time, calendar_day, clock_time, day_in_words, minutes, national, write_day, written_line):
        app.add_template_filter(write)
