"""How we answer the carrier: always 200 and TwiML, so that a caller never hears the carrier's own error."""

from functools import lru_cache

from flask import Response

from app.calls.life.status import CallState
from app.extensions import settings
from app.guard.headers import Answer, Header, promise
from voice_flows.speak import plain
from voice_flows.twiml import TWILIO_ADDS_SECONDS, Aloud, render
from voice_flows.verbs import HangUp, Reject, Verb

Verbs = tuple[Verb, ...]

TROUBLE: Verbs = (plain("trouble"), plain("farewell"), HangUp())
UNKNOWN_CALL: Verbs = (plain("unknown_call"), plain("farewell"), HangUp())
NO_CAMPAIGN: Verbs = (plain("no_campaign"), HangUp())
TURNED_AWAY: Verbs = (Reject(),)
NOTHING = render(())


def twiml(verbs: Verbs, *, adds_seconds: int = TWILIO_ADDS_SECONDS, listens: bool = True, **urls: str) -> Response:
    """What to say, as the carrier reads it; `urls` are those that `render` takes."""
    own = settings()
    aloud = _aloud(own.public_base_url, neural=own.neural_voices)
    return _document(render(verbs, adds_seconds=adds_seconds, listens=listens, aloud=aloud, **urls))


def nothing_to_say() -> Response:
    """What follows a report: nobody listens."""
    return _document(NOTHING)


def _document(text: str) -> Response:
    return Answer(text, content_type="text/xml; charset=utf-8")


@lru_cache(maxsize=8)
def _aloud(base_url: str, *, neural: bool) -> Aloud:
    """Which kind of voices read, and where the recordings are."""
    return Aloud(neural, f"{base_url}/recordings/voices")


def telling(answer: Response, changed: CallState | None) -> Response:
    """The same answer, which tells whoever watches a simulated call what the log says now."""
    return answer if changed is None else promise(answer, _log_line(changed))


def _log_line(changed: CallState) -> Header:
    line = f"line {changed.line_outcome}" if changed.line_outcome else ""
    reported = f"supporter says {changed.reported_outcome}" if changed.reported_outcome else ""
    known = [changed.status, line, reported]
    return "Ringdown-Log", " · ".join(part for part in known if part)
