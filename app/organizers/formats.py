"""How organizers' pages write times and durations: in Massachusetts, in plain words."""

from datetime import datetime

from flask import Flask

from app.calls.log import EASTERN
from app.extensions import given

NOTHING = "–"  # noqa: RUF001 - a dash, as in any table


def day_and_time(moment: datetime) -> str:
    """Nov 23, 2:05 PM; with the year unless it is the present one."""
    local, now = moment.astimezone(EASTERN), given().clock().astimezone(EASTERN)
    year = "" if local.year == now.year else f", {local.year}"
    return f"{local:%b} {local.day}{year}, {local.hour % 12 or 12}:{local:%M %p}"


def clock_time(moment: datetime) -> str:
    """2:05:07 PM."""
    local = moment.astimezone(EASTERN)
    return f"{local.hour % 12 or 12}:{local:%M:%S %p}"


def minutes(seconds: int | None) -> str:
    """m:ss; a dash where nothing is known."""
    return NOTHING if seconds is None else f"{seconds // 60}:{seconds % 60:02d}"


def init_formats(app: Flask) -> None:
    """Give templates these as filters."""
    for write in (day_and_time, clock_time, minutes):
        app.add_template_filter(write)
