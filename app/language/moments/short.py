"""A moment as organizers read it, short and in English: in a table, in a story, beside who changed what."""

from datetime import date, datetime, timedelta

from app.clock import clock_at, eastern


def day_and_time(moment: datetime, now: datetime) -> str:
    """Nov 23, 2:05 PM; with the year unless it is the present one."""
    local = eastern(moment)
    year = "" if local.year == eastern(now).year else f", {local.year}"
    return f"{local:%b} {local.day}{year}, {time_of_day(moment)}"


def clock_time(moment: datetime) -> str:
    """2:05:07 PM."""
    local = eastern(moment)
    return f"{local.hour % 12 or 12}:{local:%M:%S %p}"


def time_of_day(moment: datetime) -> str:
    """2:05 PM."""
    local = eastern(moment)
    return f"{local.hour % 12 or 12}:{local:%M %p}"


def calendar_day(day: date) -> str:
    """Nov 23, 2026."""
    return f"{day:%b} {day.day}, {day.year}"


def weekday_and_day(day: date) -> str:
    """Friday, Nov 27."""
    return f"{day:%A}, {day:%b} {day.day}"


def day_in_words(day: date) -> str:
    """Friday, Nov 27, 2026."""
    return f"{weekday_and_day(day)}, {day.year}"


def hour_title(hour: datetime) -> str:
    """Such as "between 6 and 7 PM", and "between 1 and 2 AM EDT" of an hour that comes twice."""
    here = eastern(hour).replace(tzinfo=None)
    after, clock = here + timedelta(hours=1), clock_at(hour)  # as a clock on the wall goes on
    same = here.strftime("%p") == after.strftime("%p")
    return f"between {here:%-I}{'' if same else f' {here:%p}'} and {after:%-I %p}{clock and f' {clock}'}"
