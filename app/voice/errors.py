"""Whatever fails while somebody is on the phone, they hear a sentence and not the carrier's error."""

import structlog
from flask import Response, request
from werkzeug.exceptions import HTTPException

from app.guard.routes import asked_class
from app.store.db import db
from app.voice import voice
from app.voice.replies import TROUBLE, twiml

log = structlog.get_logger()


@voice.errorhandler(Exception)
def speak_anyway(error: Exception) -> Response | HTTPException:
    """Say that something went wrong and end the call; a status report is refused, so that it is sent again."""
    if isinstance(error, HTTPException):
        return error
    log.error("voice_failed", endpoint=request.endpoint, error=type(error).__name__, exc_info=error)
    db.session.rollback()
    answer = twiml(TROUBLE)
    if asked_class().sent_again:
        answer.status_code = 503
    return answer
