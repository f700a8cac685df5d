"""The one place that knows TwiML: renders what a step says for the carrier."""

import re
from collections.abc import Iterable, Iterator

from twilio.twiml.voice_response import Dial, Gather, VoiceResponse
from twilio.twiml.voice_response import Play as PlayElement
from twilio.twiml.voice_response import Say as SayElement

from voice_flows.verbs import Ask, Bridge, Go, HangUp, Hears, Play, Say, Spoken, Verb

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

# The carrier adds five seconds to every ring limit of a bridge.
CARRIER_ADDS_SECONDS = 5

# XML cannot carry these; one of them would end the call with an error.
NOT_XML = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")

OFFICE_EVENTS = "initiated ringing answered completed"


def render(verbs: Iterable[Verb], *, next_url: str = "", status_url: str = "", machine_url: str = "") -> str:
    """The TwiML document: `next_url` gets what is heard, `status_url` the progress of the office's leg."""
    response = VoiceResponse()
    for verb in verbs:
        match verb:
            case Say() | Play():
                for element in _spoken(verb):
                    response.append(element)
            case Ask():
                response.append(_gather(verb, next_url))
                response.redirect(next_url, method="POST")  # silence falls through to here
            case Bridge():
                response.append(_dial(verb, next_url, status_url, machine_url))
            case Go():
                response.redirect(next_url, method="POST")
            case HangUp():
                response.hangup()
    return str(response)


def _spoken(spoken: Spoken) -> Iterator[SayElement | PlayElement]:
    """A sound needs no silence after it: whoever made it left some."""
    if isinstance(spoken, Say):
        yield _say(spoken)
        return
    yield PlayElement(spoken.url)
    if spoken.name:
        yield _say(Say(spoken.name, spoken.language, spoken.pause))


def _say(say: Say) -> SayElement:
    voice, language = VOICES[say.language]
    element = SayElement(NOT_XML.sub("", say.text), voice=voice, language=language)
    if say.pause:
        element.break_(time=f"{round(say.pause * 1000)}ms")
    return element


def _gather(ask: Ask, next_url: str) -> Gather:
    listens = {} if ask.hears is Hears.KEY else {"speech_timeout": "auto", "language": HEARS[ask.language]}
    hints = {"hints": ",".join(ask.hints[:MOST_HINTS])} if ask.hints else {}
    gather = Gather(
        input="dtmf" if ask.hears is Hears.KEY else "dtmf speech",
        num_digits=ZIP_DIGITS if ask.hears is Hears.PLACE else 1,
        timeout=ask.wait_seconds,
        action=next_url,
        method="POST",
        **listens,
        **hints,
    )
    for spoken in ask.says:
        for element in _spoken(spoken):
            gather.append(element)
    return gather


def _dial(bridge: Bridge, next_url: str, status_url: str, machine_url: str) -> Dial:
    dial = Dial(
        action=next_url,
        method="POST",
        caller_id=bridge.caller_id,
        timeout=max(5, bridge.ring_limit - CARRIER_ADDS_SECONDS),
        time_limit=bridge.talk_limit,
        hangup_on_star=True,
    )
    # Half a second a "w": most switchboards take an extension two seconds after they answer.
    extension = {"send_digits": f"wwww{bridge.extension}"} if bridge.extension else {}
    # The carrier listens while they talk already: nobody waits for what it makes of the voice.
    detection = {"machine_detection": "Enable", "amd_status_callback": machine_url} if machine_url else {}
    dial.number(
        bridge.number,
        status_callback=status_url,
        status_callback_event=OFFICE_EVENTS,
        status_callback_method="POST",
        **extension,
        **detection,
    )
    return dial
