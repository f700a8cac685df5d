"""A recording as a file: the same for ever under its name, so that whoever has it need not ask again."""

import io

from flask import Response, abort, send_file

from app.campaigns.recordings import find_recording
from app.recordings import recordings
from app.store.db import db


@recordings.get("/<recording:name>.wav")
def sound_file(name: str) -> Response:
    """The file, or the part of it that a player asks for."""
    kept = find_recording(db.session, name)
    if kept is None:
        abort(404)
    return send_file(io.BytesIO(kept.wav), mimetype="audio/wav", conditional=True, etag=kept.sha256)
