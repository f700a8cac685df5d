"""The supporter's privacy page: made from the table of what is kept."""

from flask import render_template

from app.privacy.topics import topics
from app.web import web
from app.web.privacy.held import held_now


@web.get("/privacy")
def privacy() -> str:
    """What is kept of whoever calls, why, until when and how."""
    return render_template("privacy/page.html", topics=list(topics()), held=held_now())
