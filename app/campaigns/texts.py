"""A campaign's own texts: the English ones, their translations, and which of them a reader of a language is given."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Generic, TypeVar

from models import ScriptTold

ENGLISH = "en"
PHONE_READS = {"zh": "zh_Hans", "yue": "zh_Hant"}  # the language of texts that a voice reads, where it is not its own

LONGEST_AFTERWARDS = 1000  # characters: a voice reads it, too

T = TypeVar("T")


@dataclass(frozen=True)
class Texts:
    """A campaign's texts in one language; an empty one is not there, or not translated.

    `latest` are the titles and sentences of "The Latest", a line each. In an edition's English that, and the privacy
    note, stand beside them (`english_of`).
    """

    headline: str = ""
    subject: str = ""
    pitch: str = ""
    script: str = ""
    voicemail_script: str = ""
    thanks_script: str = ""
    talking_points: tuple[str, ...] = ()
    afterwards: str = ""
    latest: tuple[str, ...] = ()
    privacy_note: str = ""


FIELDS = tuple(one.name for one in fields(Texts))


@dataclass(frozen=True)
class Translation:
    """The texts in one language; `made_from` are digests of the English that each was translated from."""

    texts: Texts = field(default_factory=Texts)
    made_from: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Shown(Generic[T]):
    """A text for readers of one language: in that language, or in English where it is not translated."""

    text: T
    language: str

    @property
    def lang(self) -> str:
        """For the attribute of that name."""
        return language_tag(self.language)


@dataclass(frozen=True)
class ToldScript:
    """A script for speakers of one language: the English that the office hears, and `own`, the same in their language.

    `own` is empty where it is not translated; `english` is empty where the office understands their language.
    """

    english: str
    own: str = ""
    language: str = ENGLISH


@dataclass(frozen=True)
class ShownTexts:
    """All texts of a campaign for readers of one language."""

    headline: Shown[str]
    subject: Shown[str]
    pitch: Shown[str]
    script: ToldScript
    voicemail_script: ToldScript
    thanks_script: ToldScript
    talking_points: Shown[tuple[str, ...]]
    afterwards: Shown[str]
    latest: Shown[tuple[str, ...]]
    privacy_note: Shown[str]


def language_tag(language: str) -> str:
    """What HTML calls a language of ours: zh-Hans, not zh_Hans."""
    return language.replace("_", "-")


def shown_texts(english: Texts, own: Texts, language: str, told: ScriptTold) -> ShownTexts:
    """What readers of the language are given; `own` are the texts in it. An empty English text has no translation."""

    def shown(source: T, translated: T) -> Shown[T]:
        return Shown(translated, language) if source and translated else Shown(source, ENGLISH)

    def script(source: str, translated: str) -> ToldScript:
        if not (source and translated):
            return ToldScript(source)
        return ToldScript("" if told is ScriptTold.OWN else source, translated, language)

    return ShownTexts(
        headline=shown(english.headline, own.headline),
        subject=shown(english.subject, own.subject),
        pitch=shown(english.pitch, own.pitch),
        script=script(english.script, own.script),
        voicemail_script=script(english.voicemail_script, own.voicemail_script),
        thanks_script=script(english.thanks_script, own.thanks_script),
        talking_points=shown(english.talking_points, own.talking_points),
        afterwards=shown(english.afterwards, own.afterwards),
        latest=shown(english.latest, own.latest if len(own.latest) == len(english.latest) else ()),
        privacy_note=shown(english.privacy_note, own.privacy_note),
    )
