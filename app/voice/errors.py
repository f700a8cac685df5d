"""Whatever fails while somebody is on the phone, they hear a sentence and not the carrier's error."""

import structlog
from flask import request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from app.guard.routes import asked_class
from app.serving.error_pages import asked_once_more
from app.store.db import db
from app.store.reserve import says_full
from app.voice import voice
from app.voice.replies import TROUBLE, twiml

log = structlog.get_logger()


@voice.errorhandler(Exception)
def speak_anyway(error: Exception) -> AnyResponse:
    """Say that something went wrong and end the call; a status report is refused, so that it is sent again."""
    if isinstance(error, HTTPException):
        return error.get_response()  # Flask would run it as an app within the app
    log.error("voice_failed", endpoint=request.endpoint, error=type(error).__name__, exc_info=error)
    db.session.rollback()
    if says_full(error) and (once_more := asked_once_more()):
        return once_more
    answer = twiml(TROUBLE)
    if asked_class().sent_again:
        answer.status_code = 503
    return answer
