"""The one place that knows TwiML: renders what a step says for the carrier."""

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape

from voice_flows.length import portions
from voice_flows.verbs import Ask, Bridge, Go, HangUp, Play, Reject, Say, Spoken, Verb

# A voice and its language tag, per language of ours. No carrier speaks Haitian Creole: a French voice reads it, which
# its spelling allows, until a campaign records its prompts.
VOICES = {
    "en": ("Polly.Joanna", "en-US"),
    "es": ("Polly.Lupe", "es-US"),
    "pt": ("Polly.Camila", "pt-BR"),
    "ht": ("Polly.Lea", "fr-FR"),
    "zh": ("Polly.Zhiyu", "cmn-CN"),
}

# In which language the carrier listens; it knows no Haitian Creole, and towns are said much as in English.
HEARS = {"en": "en-US", "es": "es-US", "pt": "pt-BR", "ht": "fr-FR", "zh": "cmn-Hans-CN"}
MOST_HINTS = 500
ZIP_DIGITS = 5

# Twilio adds so many seconds to every ring limit of a bridge.
TWILIO_ADDS_SECONDS = 5

# XML cannot carry these; one of them would end the call with an error.
NOT_XML = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")

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
) -> str:
    """The TwiML document: `next_url` gets what is heard, `status_url` the progress of the office's leg.

    The carrier `adds_seconds` to how long a bridge rings. It `listens` to words, for a fee at every question, or to
    keys alone.
    """
    parts: list[str] = []
    for verb in verbs:
        match verb:
            case Say() | Play():
                parts.append(_spoken(verb))
            case Ask():
                parts += (
                    _gather(verb, next_url, listens=listens),
                    _redirect(next_url),
                )  # silence falls through to there
            case Bridge():
                office = _number(verb, status_url, machine_url)
                parts.append(_dial(verb, office, next_url, verb.ring_limit - adds_seconds))
            case Go():
                parts.append(_redirect(next_url))
            case HangUp():
                parts.append(_element("Hangup"))
            case Reject():
                parts.append(_element("Reject", reason="busy"))
    return DECLARATION + _element("Response", "".join(parts))


def _element(name: str, inner: str = "", **attributes: object) -> str:
    """An element in the carrier's words around what is escaped already."""
    told = "".join(f' {key}="{escape(str(value))}"' for key, value in attributes.items())
    return f"<{name}{told}>{inner}</{name}>" if inner else f"<{name}{told} />"


def _redirect(url: str) -> str:
    return _element("Redirect", escape(url), method="POST")


@lru_cache(maxsize=1024)
def _spoken(spoken: Spoken) -> str:
    """The same words are said to many: escaped once. A sound needs no silence after it: whoever made it left some."""
    if isinstance(spoken, Say):
        return _say(spoken)
    name = _say(Say(spoken.name, spoken.language, spoken.pause)) if spoken.name else ""
    return _element("Play", escape(spoken.url)) + name


def _say(say: Say) -> str:
    """One element, or several where the voice would skip what is so long; silence follows the last."""
    voice, language = VOICES[say.language]
    silence = _element("break", time=f"{round(say.pause * 1000)}ms") if say.pause else ""
    *first, last = (escape(portion) for portion in portions(NOT_XML.sub("", say.text)) or ("",))
    return "".join(_element("Say", text, voice=voice, language=language) for text in (*first, last + silence))


def _gather(ask: Ask, next_url: str, *, listens: bool) -> str:
    hears = listens and ask.hears.listens
    how = {"speechTimeout": "auto", "language": HEARS[ask.language]} if hears else {}
    hints = {"hints": ",".join(ask.hints[:MOST_HINTS])} if ask.hints and hears else {}
    return _element(
        "Gather",
        "".join(map(_spoken, ask.says)),
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
    return _element(
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
    return _element("Number", escape(bridge.number), **progress, **extension, **detection)
