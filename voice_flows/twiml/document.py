"""A whole document: what is said, asked and dialed, and where the carrier asks what comes next."""

from collections.abc import Iterable
from html import escape

from voice_flows.said.voices import HEARS
from voice_flows.twiml.elements import element
from voice_flows.twiml.spoken import BY_VOICE, Aloud, spoken
from voice_flows.verbs import Ask, Bridge, Go, HangUp, Play, Reject, Say, Verb

MOST_HINTS = 500
ZIP_DIGITS = 5

# Twilio adds so many seconds to every ring limit of a bridge.
TWILIO_ADDS_SECONDS = 5

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
OFFICE_EVENTS = "initiated ringing answered completed"


def render(
    verbs: Iterable[Verb],
    *,
    next_url: str = "",
    status_url: str = "",
    machine_url: str = "",
    adds_seconds: int = TWILIO_ADDS_SECONDS,
    listens: bool = True,
    aloud: Aloud = BY_VOICE,
) -> str:
    """The TwiML document: `next_url` gets what is heard, `status_url` the progress of the office's leg.

    The carrier `adds_seconds` to how long a bridge rings. It `listens` to words, for a fee at every question, or to
    keys alone. `aloud` says by which voices words are read, and where sounds are.
    """
    parts: list[str] = []
    for verb in verbs:
        match verb:
            case Say() | Play():
                parts.append(spoken(verb, aloud))
            case Ask():
                parts += (
                    _gather(verb, next_url, aloud, listens=listens),
                    _redirect(next_url),
                )  # silence falls through to there
            case Bridge():
                office = _number(verb, status_url, machine_url)
                parts.append(_dial(verb, office, next_url, verb.ring_limit - adds_seconds))
            case Go():
                parts.append(_redirect(next_url))
            case HangUp():
                parts.append(element("Hangup"))
            case Reject():
                parts.append(element("Reject", reason="busy"))
    return DECLARATION + element("Response", "".join(parts))


def _redirect(url: str) -> str:
    return element("Redirect", escape(url), method="POST")


def _gather(ask: Ask, next_url: str, aloud: Aloud, *, listens: bool) -> str:
    hears = listens and ask.hears.listens and ask.language in HEARS
    how = {"speechTimeout": "auto", "language": HEARS[ask.language]} if hears else {}
    hints = {"hints": ",".join(ask.hints[:MOST_HINTS])} if ask.hints and hears else {}
    return element(
        "Gather",
        "".join(spoken(it, aloud) for it in ask.says),
        input="dtmf speech" if hears else "dtmf",
        **({} if ask.hears.is_open else {"numDigits": ZIP_DIGITS if ask.hears.is_place else 1}),
        timeout=ask.wait_seconds,
        action=next_url,
        method="POST",
        **how,
        **hints,
    )


def _dial(bridge: Bridge, office: str, next_url: str, timeout: int) -> str:
    star = {"hangupOnStar": "true"} if bridge.star_leaves else {}
    return element(
        "Dial",
        office,
        action=next_url,
        method="POST",
        callerId=bridge.caller_id,
        timeout=max(5, timeout),
        timeLimit=bridge.talk_limit,
        **star,
    )


def _number(bridge: Bridge, status_url: str, machine_url: str) -> str:
    # Half a second a "w": most switchboards take an extension two seconds after they answer.
    extension = {"sendDigits": f"wwww{bridge.extension}"} if bridge.extension else {}
    # The carrier listens while they talk already: nobody waits for what it makes of the voice.
    detection = {"machineDetection": "Enable", "amdStatusCallback": machine_url} if machine_url else {}
    asked = {"statusCallback": status_url, "statusCallbackEvent": OFFICE_EVENTS, "statusCallbackMethod": "POST"}
    progress = asked if status_url else {}
    return element("Number", escape(bridge.number), **progress, **extension, **detection)
