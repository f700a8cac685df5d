"""Verbs that make sound: Say, Play, Pause."""

import asyncio
from urllib.parse import urlsplit

from app.telephony.local_network.addresses import Address
from app.telephony.local_network.phones.sounds import Sound, is_read, sound_of, spoken_seconds, spoken_text
from app.telephony.local_network.stage import Stage
from app.telephony.local_network.twiml.reading import Verb

UNTIL_HANGUP = 1000
TONE_SECONDS = {"w": 0.5, "W": 1.0}
USUAL_TONE_SECONDS = 0.1


async def say(stage: Stage, verb: Verb) -> None:
    """Speak the text to the caller."""
    stage.exchange.hands.something_begins(stage.leg, "say")
    await utter(stage, verb)


async def play(stage: Stage, verb: Verb) -> None:
    """Play an audio file, or keys."""
    await utter(stage, verb)


async def pause(stage: Stage, verb: Verb) -> None:  # noqa: ARG001  # every verb takes both
    """Wait in silence, one second unless said."""
    await asyncio.sleep(verb.figure("length", 1))


async def utter(stage: Stage, verb: Verb) -> None:
    """Make the sound of a Say, Play or Pause as often as its `loop` says."""
    if verb.name == "Say" and not is_read(verb.element):
        stage.exchange.warn(stage.leg, "say-too-long", 13521, "A Say is longer than a voice reads, and is skipped.")
        return
    seconds = await length(stage, verb)
    for _ in range(_times(verb)):
        _caption(stage, verb)
        await asyncio.sleep(seconds)


async def whole_length(stage: Stage, verb: Verb) -> float:
    """Seconds the verb takes with all its repetitions."""
    return await length(stage, verb) * _times(verb)


async def length(stage: Stage, verb: Verb) -> float:
    """Seconds the verb takes once; an audio file is fetched to learn it."""
    if verb.name == "Say":
        return spoken_seconds(verb.element) if is_read(verb.element) else 0.0
    if verb.name == "Pause":
        return verb.figure("length", 1)
    if verb.word("digits"):
        return seconds_to_key(verb.word("digits"))
    return (await _sound(stage, stage.resolve(verb.text))).seconds


def seconds_to_key(digits: str) -> float:
    """Seconds a row of tones takes; "w" waits half a second, "W" a whole one."""
    return sum(TONE_SECONDS.get(key, USUAL_TONE_SECONDS) for key in digits)


async def _sound(stage: Stage, url: str) -> Sound:
    known = stage.exchange.sounds
    if url not in known:
        answer = await stage.exchange.webhooks.ask(stage.leg, Address(url, "GET"), {}, "audio")
        if not answer.is_fine:
            stage.exchange.warn(stage.leg, "audio-missing", 11200, f"{url} is not to be had.")
        known[url] = sound_of(answer.body)
    return known[url]


def _caption(stage: Stage, verb: Verb) -> None:
    captions = stage.exchange.captions
    if verb.word("digits"):
        captions.program(stage.leg, keys=verb.word("digits"))
    elif verb.name == "Say" or (verb.name == "Play" and words_of(stage, verb)):
        captions.program(stage.leg, words_of(stage, verb))


def words_of(stage: Stage, verb: Verb) -> str:
    """What a verb says; a sound what its title tells, nothing where that has no word, else the name of its file."""
    if verb.name != "Play" or verb.word("digits"):
        return spoken_text(verb.element) if verb.name == "Say" else ""
    url = stage.resolve(verb.text)
    title = stage.exchange.sounds[url].title if url in stage.exchange.sounds else ""
    if title:
        return title if any(map(str.isalnum, title)) else ""
    return f"[{urlsplit(url).path.rpartition('/')[2]}]"


def _times(verb: Verb) -> int:
    return 1 if verb.name == "Pause" else int(verb.figure("loop", 1)) or UNTIL_HANGUP
