"""A whole document: what is said, asked and dialed, and where the carrier asks what comes next."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from html import escape
from itertools import takewhile

from voice_flows.said.voices import HEARS
from voice_flows.twiml.elements import element
from voice_flows.twiml.spoken import BY_VOICE, Aloud, spoken
from voice_flows.verbs import Ask, Bridge, Go, HangUp, Hears, Play, Reject, Say, Verb

MOST_HINTS = 500
CUT_SECONDS = 1  # a carrier waits for a key no shorter
ZIP_DIGITS = 5

# Twilio adds so many seconds to every ring limit of a bridge.
TWILIO_ADDS_SECONDS = 5

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
URL, SAID = "{url}", "{said}"  # where these come, in what is made once
OFFICE_EVENTS = "initiated ringing answered completed"


def render(
    verbs: Iterable[Verb],
    *,
    next_url: str = "",
    cut_url: str = "",
    status_url: str = "",
    machine_url: str = "",
    adds_seconds: int = TWILIO_ADDS_SECONDS,
    listens: bool = True,
    aloud: Aloud = BY_VOICE,
) -> str:
    """The TwiML document: `next_url` gets what is heard, `status_url` the progress of the office's leg.

    What is said without a question is cut short by any key, which `cut_url` gets; without one nothing is.

    The carrier `adds_seconds` to how long a bridge rings. It `listens` to words, for a fee at every question, or to
    keys alone. `aloud` says by which voices words are read, and where sounds are.
    """
    verbs = tuple(verbs)
    parts: list[str] = []
    told = tuple(verb for verb in takewhile(_is_said, verbs) if isinstance(verb, Say | Play))
    if told:
        parts.append(_statement(told, cut_url, aloud))
    for verb in verbs[len(told) :]:
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


def _is_said(verb: Verb) -> bool:
    return isinstance(verb, Say | Play)


def _redirect(url: str) -> str:
    return element("Redirect", escape(url), method="POST")


def _statement(told: Sequence[Say | Play], cut_url: str, aloud: Aloud) -> str:
    """The sentences; where a key cuts them short, the wait for one takes the place of the silence after the last."""
    if not cut_url:
        return "".join(spoken(it, aloud) for it in told)
    *first, last = told
    inside = "".join(spoken(it, aloud) for it in (*first, replace(last, pause=0.0)))
    return element("Gather", inside, input="dtmf", numDigits=1, timeout=CUT_SECONDS, action=cut_url, method="POST")


def _gather(ask: Ask, next_url: str, aloud: Aloud, *, listens: bool) -> str:
    hears = listens and ask.hears.listens and ask.language in HEARS
    before, after = _around(ask.hears, ask.wait_seconds, ask.language if hears else "", ask.hints if hears else ())
    says = "".join([spoken(it, aloud) for it in ask.says])
    return f"{before}{escape(next_url)}{after}{says}</Gather>"


@lru_cache(maxsize=256)
def _around(hears: Hears, wait_seconds: int, language: str, hints: tuple[str, ...]) -> tuple[str, str]:
    """What stands before and after the URL of a question: the same at all that wait for the same."""
    how = {"speechTimeout": "auto", "language": HEARS[language]} if language else {}
    gather = element(
        "Gather",
        SAID,
        input="dtmf speech" if language else "dtmf",
        **({} if hears.is_open else {"numDigits": ZIP_DIGITS if hears.is_place else 1}),
        timeout=wait_seconds,
        action=URL,
        method="POST",
        **how,
        **({"hints": ",".join(hints[:MOST_HINTS])} if hints else {}),
    )
    before, _, after = gather.partition(URL)
    return before, after.partition(SAID)[0]


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
