"""What a step can say to the carrier, as plain values: speak, play, ask for a key, bridge, go on, hang up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from voice_flows.hearing import AGAIN, NO
from voice_flows.said.parts import Parts


@dataclass(frozen=True)
class Say:
    """Words spoken to whoever holds the phone, and how many seconds of silence follow them.

    Where they are not all read in one language, or partly filled in, `parts` are the same text in pieces. They may be
    spoken `slow`.
    """

    text: str
    language: str = "en"
    pause: float = 0.0
    parts: Parts = ()
    slow: bool = False


class Hears(StrEnum):
    """What a question listens for."""

    KEY = "key"  # one key of the phone, and nothing else: a machine that talks presses none
    KEY_OR_WORD = "key-or-word"  # one key, or a word that stands for it
    PLACE = "place"  # a ZIP code by keys, or any place by voice
    PLACE_BY_KEYS = "place-by-keys"  # a ZIP code by keys alone, where nobody listens or has understood

    LETTERS = "letters"  # a name by voice, or its first letters by as many keys as they like, and then pound
    LETTERS_BY_KEYS = "letters-by-keys"

    @property
    def listens(self) -> bool:
        """Whether it understands what is said."""
        return self in _LISTENING

    @property
    def is_place(self) -> bool:
        """Whether it asks for a place, or a part of one: whatever is heard is the answer."""
        return self not in {Hears.KEY, Hears.KEY_OR_WORD}

    @property
    def is_open(self) -> bool:
        """Whether they say by a pound that no more keys follow."""
        return self in {Hears.LETTERS, Hears.LETTERS_BY_KEYS}

    def by_keys(self) -> "Hears":
        """The same where nobody listens."""
        return _BY_KEYS.get(self, self)


_LISTENING = frozenset({Hears.KEY_OR_WORD, Hears.PLACE, Hears.LETTERS})
_BY_KEYS = {
    Hears.KEY_OR_WORD: Hears.KEY,
    Hears.PLACE: Hears.PLACE_BY_KEYS,
    Hears.LETTERS: Hears.LETTERS_BY_KEYS,
}


@dataclass(frozen=True)
class Play:
    """The sound at an absolute `url`, which says `text`, played to whoever holds the phone.

    What a sound cannot know, the `name` of an office holder, is spoken right after it, in `parts` of whatever voice;
    `pause` seconds follow that.
    """

    url: str
    text: str
    language: str = "en"
    pause: float = 0.0
    name: str = ""
    parts: Parts = ()


Spoken = Say | Play


@dataclass(frozen=True)
class Ask:
    """Speak, then wait for an answer. `keys` says which step each key leads to.

    Any other key, and `wait_seconds` of silence after the last word, lead to `otherwise`; words that mean nothing ask
    again: whoever speaks is there. A 0 that has no meaning here, and the word "again", ask the same once more, but for
    those of the `told` sentences, the first, that are over. After a `firm` answer somebody is rung, so that an "okay"
    said to somebody else is none. A question that hears a place leads to `keys["place"]` whatever was said. `hints` are
    words that are likely to be said; `words` stand for keys at this question alone.
    """

    says: tuple[Spoken, ...]
    keys: Mapping[str, str]
    otherwise: str
    wait_seconds: int = 8
    hears: Hears = Hears.KEY_OR_WORD
    language: str = "en"
    hints: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    firm: bool = False
    told: int = 0

    def is_asked_again_by(self, heard: str) -> bool:
        """Whether that asks to hear the question once more."""
        return heard not in self.keys and (heard == AGAIN or (heard == NO and not self.hears.is_place))

    def leads_to(self, key: str) -> str:
        """The step that follows when `key` was pressed; an empty `key` is silence."""
        return self.keys.get(key, self.otherwise)


@dataclass(frozen=True)
class Bridge:
    """Ring the office and connect both; `then` is the step that follows however that went.

    The supporter leaves the office with the star key, where `star_leaves` it. Limits are in seconds.
    """

    number: str
    caller_id: str
    ring_limit: int
    talk_limit: int
    then: str
    extension: str = ""
    star_leaves: bool = True


@dataclass(frozen=True)
class Go:
    """Go on with another step without waiting for a key."""

    to: str


@dataclass(frozen=True)
class HangUp:
    """End the call."""


@dataclass(frozen=True)
class Reject:
    """Turn away whoever dials in before anybody answers, as if the line were busy: that costs nothing."""


Verb = Say | Play | Ask | Bridge | Go | HangUp | Reject
