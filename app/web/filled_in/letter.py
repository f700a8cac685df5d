"""Write instead: the script as an e-mail to an office, for whoever does not telephone."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from app.calls.whom.search import Found
from app.campaigns.in_force import CampaignWords
from app.campaigns.script_shown import Paragraphs, ShownScript, shown_script
from app.campaigns.texts import ENGLISH
from app.representatives import Candidate
from app.serving.page_languages import page_language
from models import PassedOver, Wording
from voice_flows.names import Titled

LONGEST_LINK = 1900  # bytes: longer ones are cut by some browsers and mail programs, and refused by others


@dataclass(frozen=True)
class Letter:
    """An e-mail as it would be sent; `language` is that of its text."""

    to: Titled
    address: str
    subject: str
    text: str
    language: str

    @cached_property
    def url(self) -> str:
        """The link that opens a mail program, by RFC 6068: with the whole text, or where that is too long without."""
        return self._whole if self.has_text else self._without_text

    @cached_property
    def has_text(self) -> bool:
        """Whether the text goes along in the link: it is never cut."""
        return len(self._whole) <= LONGEST_LINK

    @property
    def _whole(self) -> str:
        body = self.text.replace("\n", "\r\n")
        return f"{self._without_text}&body={quote(body, safe='')}"

    @property
    def _without_text(self) -> str:
        return f"mailto:{quote(self.address, safe='@')}?subject={quote(self.subject, safe='')}"


def letter(words: CampaignWords, whom: Titled, address: str, script: ShownScript) -> Letter | None:
    """The script to an office in the language in which it is said there; none where no address is known."""
    if not address:
        return None
    said, language = (script.english, ENGLISH) if script.english else (script.own, script.lang)
    return Letter(whom, address, words.subject[:1].upper() + words.subject[1:], _text(said), language)


def letters_to(words: CampaignWords, found: Found, *, name: str) -> list[Letter]:
    """One to every office holder who is to be asked, though nobody may have a number of theirs."""
    asked = (one for one in found.in_turn if one.passed_over in {None, PassedOver.NO_NUMBER})
    letters = (letter_to(words, one.person, one.wording, town=found.town, name=name) for one in asked)
    return [one for one in letters if one]


def letter_to(words: CampaignWords, person: Candidate, wording: Wording, *, town: str, name: str) -> Letter | None:
    """The script to an office before there is a call."""
    texts = words.in_language(page_language().code)
    told = texts.thanks_script if wording is Wording.THANKS else texts.script
    script = shown_script(told, name=name, town=town, whom=person.representative)
    return letter(words, person.representative, person.email, script)


def _text(paragraphs: Paragraphs) -> str:
    return "\n\n".join("".join(piece.text for piece in pieces) for pieces in paragraphs)
