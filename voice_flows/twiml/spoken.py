"""What is said, as the carrier reads it: by a voice, names in their own language; or played, piece by piece."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from voice_flows.length import SLOW_PACE, portions
from voice_flows.said.creole import for_a_french_voice
from voice_flows.said.parts import Part
from voice_flows.said.played import name_of, played_pieces, silences
from voice_flows.said.voices import IN_PIECES, voice_of
from voice_flows.twiml.elements import clean, element, written
from voice_flows.verbs import Say, Spoken


@dataclass(frozen=True)
class Aloud:
    """Whether the `neural` kind of each voice reads, and the URL under which built-in sounds are.

    None is played where that is empty.
    """

    neural: bool = False
    sounds: str = ""


BY_VOICE = Aloud()
BETWEEN_SLOWLY = 0.8  # seconds between sounds, which are no slower
SLOW = f"{SLOW_PACE:.0%}"  # of how fast the voice speaks


@lru_cache(maxsize=1024)
def spoken(what: Spoken, aloud: Aloud = BY_VOICE) -> str:
    """The same words are said to many: escaped once. A sound needs no silence after it: whoever made it left some."""
    if isinstance(what, Say):
        return _say(what, aloud)
    name = Say(what.name, what.language, what.pause, what.parts)
    return element("Play", written(what.url)) + (_say(name, aloud) if what.name else "")


def _say(say: Say, aloud: Aloud) -> str:
    if say.language in IN_PIECES:
        return "".join(_in_pieces(say, aloud))
    return _by_voice(say, aloud)


def _by_voice(say: Say, aloud: Aloud) -> str:
    """One element, or several where the voice would skip what is so long; silence follows the last."""
    voice, language = voice_of(say.language, neural=aloud.neural)
    silence = element("break", time=f"{round(say.pause * 1000)}ms") if say.pause else ""
    *first, last = map(_slowly, _inside(say)) if say.slow else _inside(say)
    return "".join(element("Say", text, voice=voice, language=language) for text in (*first, last + silence))


def _slowly(inside: str) -> str:
    return element("prosody", inside, rate=SLOW) if inside else ""


def _inside(say: Say) -> tuple[str, ...]:
    """What stands in each element. Names are left to the same voice in their own language."""
    whole = portions(clean(say.text)) or ("",)
    if not say.parts or len(whole) > 1:
        return tuple(map(written, whole))
    return ("".join(_in_its_language(part, say.language) for part in say.parts),)


def _in_its_language(part: Part, language: str) -> str:
    if part.language == language or not part.text.strip():
        return written(part.text)
    return element("lang", written(part.text), **{"xml:lang": voice_of(part.language)[1]})


def _in_pieces(say: Say, aloud: Aloud) -> Iterator[str]:
    """Sounds, one after the other. Names are read by their own voice, and free words by one that is near."""
    for part in say.parts or (Part(say.text, say.language),):
        if not any(map(str.isalnum, part.text)):
            continue
        pieces = played_pieces(part.text) if aloud.sounds and part.language == say.language else None
        if pieces is not None:
            for piece in pieces:
                yield _played(piece, aloud)
                yield from (_played(silence, aloud) for silence in (silences(BETWEEN_SLOWLY) if say.slow else ()))
        elif part.language == say.language:
            yield from (_by_a_near_voice(portion, part.language, aloud) for portion in portions(clean(part.text)))
        else:
            yield _by_voice(Say(part.text.strip(), part.language), aloud)
    if aloud.sounds:
        yield from (_played(silence, aloud) for silence in silences(say.pause))


def _played(piece: str, aloud: Aloud) -> str:
    return element("Play", written(f"{aloud.sounds}/{name_of(piece)}.mp3"))


def _by_a_near_voice(text: str, language: str, aloud: Aloud) -> str:
    """The words as they are written, and how a French voice must find them to say them."""
    voice, tag = voice_of(language, neural=aloud.neural)
    heard = element("sub", written(text), alias=for_a_french_voice(clean(text)))
    return element("Say", heard, voice=voice, language=tag)
