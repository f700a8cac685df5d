"""A prompt as organizers see it: as a supporter would hear it, and how long that lasts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from app.campaigns.in_force import CampaignWords
from app.campaigns.prompts_in_force import OwnWords
from app.language.moments.said import moment_said
from app.organizers.prompts.names import PROMPTS, PromptName
from app.representatives import HOME
from app.representatives.facts.switchboards import SWITCHBOARDS
from voice_flows.blanks import blanks_in, fill_pieces, name_blank
from voice_flows.known import Caller, Campaign, Known, Line, Office
from voice_flows.length import seconds_to_say
from voice_flows.names import Label, Title, Titled
from voice_flows.parts.hotline import LANGUAGE_KEYS
from voice_flows.script import Piece
from voice_flows.values import BlankValues
from voice_flows.words import WORDS

LONG_SECONDS = 12
OPENS = datetime(2026, 11, 30, 14, 0, tzinfo=UTC)  # a Monday, 9 AM in Massachusetts
KEY_OF = {language: key for key, language in LANGUAGE_KEYS.items()}
TOWN, PAGES = "Holyoke", "https://calls.example.org/c"
REPRESENTATIVE, SENATOR = Titled("Ana Example", Title.REPRESENTATIVE), Titled("Ben Example", Title.SENATOR)


@dataclass(frozen=True)
class ShownPrompt:
    """One prompt. `own` is what is said in place of the built-in words, `language` that of both.

    `written` are the words with their blanks, `pieces` the same filled in with an example; `name` is what the voice
    says after a recording.
    """

    key: str
    language: str
    own: OwnWords | None
    written: str
    blanks: tuple[str, ...]
    pieces: tuple[Piece, ...]
    name: str

    @property
    def about(self) -> PromptName:
        """What it is called, and when it is said."""
        return PROMPTS[self.key]

    @property
    def heard(self) -> str:
        """The example as one text."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def recording(self) -> str:
        """The name of the recording that is played; empty where it is spoken."""
        return self.own.recording if self.own else ""

    @property
    def seconds(self) -> float:
        """How long it lasts: of a recording exactly, but for the name; else about."""
        if self.own and self.own.recording:
            return self.own.seconds + seconds_to_say(self.name, self.language)
        return seconds_to_say(self.heard, self.language)

    @property
    def is_long(self) -> bool:
        """Whether people stop listening before it ends."""
        return self.seconds > LONG_SECONDS


def shown_prompt(words: CampaignWords, language: str, key: str) -> ShownPrompt:
    """The prompt as it is in force."""
    built_in_words = WORDS[language][key]
    own = words.prompts.get(language, {}).get(key)
    values = example_values(words, language)
    written = own.text if own else built_in_words
    return ShownPrompt(
        key=key,
        language=language,
        own=own,
        written=written,
        blanks=blanks_in(built_in_words),
        pieces=fill_pieces(written, values),
        name=values.get(name_blank(built_in_words), ""),
    )


def built_in_pieces(words: CampaignWords, language: str, key: str) -> tuple[Piece, ...]:
    """The built-in words with an example."""
    return fill_pieces(WORDS[language][key], example_values(words, language))


def example_values(words: CampaignWords, language: str) -> Mapping[str, str]:
    """What the blanks are filled with in an example."""
    return BlankValues(_example(words, language), choice=REPRESENTATIVE, press=KEY_OF[language])


def _example(words: CampaignWords, language: str) -> Known:
    """A call that might be."""
    opens = moment_said(OPENS, language)
    return Known(
        Campaign(words.group, words.on_the_phone(language).subject.text, words.phone_number),
        Caller(language, TOWN, place=Label(TOWN)),
        Office(REPRESENTATIVE, nth=2, total=3, passed_over=SENATOR),
        Line(ahead=2, opens=opens, booked=opens, instead=SWITCHBOARDS[HOME], page=f"{PAGES}/{words.slug}"),
    )
