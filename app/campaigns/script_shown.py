"""A script as pages show it: in paragraphs of pieces, the English with the reader's language beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.campaigns.script_labels import SCRIPT_LABELS
from app.campaigns.texts import ENGLISH, ToldScript, language_tag
from voice_flows.names import NOBODY, Titled
from voice_flows.script import BLANK, FIELDS, Piece, Pieces, fill, paragraphs

Paragraphs = tuple[Pieces, ...]


@dataclass(frozen=True)
class ShownScript:
    """The script in English and in the reader's `language`; either is empty where it is not told."""

    english: Paragraphs
    own: Paragraphs
    language: str

    @property
    def lang(self) -> str:
        """For the attribute of that name."""
        return language_tag(self.language)

    @property
    def headings(self) -> tuple[str, str]:
        """What stands over the two where they are told beside each other, in the reader's language."""
        words = SCRIPT_LABELS[self.language]
        return words.in_english, words.in_own


def shown_script(told: ToldScript, *, name: str = "", town: str = "", whom: Titled = NOBODY) -> ShownScript:
    """The script with its blanks filled. What is not known yet is named in the script's language."""
    english = _paragraphs(told.english, name, town, whom, ENGLISH)
    if told.language == ENGLISH:
        return ShownScript(english, (), ENGLISH)
    own, blanks = _paragraphs(told.own, name, town, whom, told.language), SCRIPT_LABELS[told.language].blanks
    return ShownScript(english, tuple(_named(pieces, blanks) for pieces in own), told.language)


def _paragraphs(script: str, name: str, town: str, whom: Titled, language: str) -> Paragraphs:
    """Paragraphs of pieces, so that what was filled in can be underlined."""
    words = SCRIPT_LABELS[language]
    representative, office = (
        whom.said(words.titles, language),
        whom.office_said(words.titles, language, words.office_of),
    )
    return tuple(
        fill(paragraph, name=name, town=town, representative=representative, office=office)
        for paragraph in paragraphs(script)
    )


def _named(pieces: Pieces, blanks: Mapping[str, str]) -> Pieces:
    """The same with every blank that is still open in the reader's words."""
    return tuple(
        Piece(f"[{blanks[FIELDS[blank[1].lower()]]}]", filled=False)
        if not piece.filled and (blank := BLANK.fullmatch(piece.text))
        else piece
        for piece in pieces
    )
