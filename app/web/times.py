"""When something is, as a supporter's page says it: soon in minutes, else the weekday and the hour."""

from datetime import date, datetime

from app.language.moments.written import moment_written, written_day
from app.language.sentences import Sentence, counted, sentence
from app.serving.page_languages import page_language
from app.web import web

SOON_MINUTES = 60


def in_words(moment: datetime, now: datetime) -> Sentence | str:
    """“in 5 minutes”, or “on Monday, November 30, at 9:00 AM”."""
    minutes = round((moment - now).total_seconds() / 60)
    if minutes < 1:
        return sentence("now")
    if minutes <= SOON_MINUTES:
        return counted("in a minute", "in %(num)s minutes", minutes)
    return moment_written(moment, page_language().code)


@web.app_template_filter("day")
def day_in_words(day: date) -> str:
    """“November 30, 2026”."""
    return written_day(day, page_language().code)
