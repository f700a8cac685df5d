"""Whether all web servers were away, or their database was: then every call under way is asked about at once."""

import structlog

from app.calls.run.away import beat, find_out
from app.extensions import Given
from app.store.unit import Unit

log = structlog.get_logger()


def look_whether_we_were_away(work: Unit, own: Given) -> None:
    """Tell that we are alive."""
    if beat(work.session):
        asked = find_out(work.session, queue=own.queue)
        log.warning("web_was_away", calls=asked)
