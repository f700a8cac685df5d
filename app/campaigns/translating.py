"""Use cases of organizers: prepare the texts of a campaign in another language, and how its script is told."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from app.campaigns.editions.content import Content
from app.campaigns.editions.english import english_of
from app.campaigns.editions.fields import Path
from app.campaigns.editions.prepare import Typed, prepare
from app.campaigns.in_force import CampaignWords
from app.campaigns.texts import ENGLISH, FIELDS, Texts, Translation
from models import TEXT_LANGUAGES, ScriptTold, english_digest

TOLD: Path = ("script_told",)
OFFERED: Path = ("languages",)
BESIDE: Mapping[str, Path] = {"latest": ("actions",), "privacy_note": ("privacy_note",)}
ENGLISH_FIELDS: tuple[Path, ...] = tuple(BESIDE.get(name, ("english", name)) for name in FIELDS)
NOTHING = Translation()


@dataclass(frozen=True)
class CampaignLanguage:
    """Which texts: of which campaign as it is prepared, in which language."""

    campaign: CampaignWords
    language: str

    @property
    def now(self) -> Translation:
        """The translation as it is."""
        return self.campaign.translations.get(self.language, NOTHING)

    @property
    def paths(self) -> Mapping[str, Path]:
        """Where each text stands in an edition."""
        return {name: ("translations", self.language, "texts", name) for name in FIELDS}

    @property
    def shown(self) -> tuple[Path, ...]:
        """What a translator is shown: these texts, and the English beside them."""
        return (*self.paths.values(), *ENGLISH_FIELDS)

    @property
    def is_offered(self) -> bool:
        """Whether the campaign means to have its texts in this language."""
        offered = self.campaign.content.languages
        return not offered or self.language in offered

    def wanted(self) -> tuple[str, ...]:
        """What there is to translate: every text that there is in English."""
        return tuple(name for name in FIELDS if getattr(self.campaign.english, name))

    def missing(self) -> tuple[str, ...]:
        """What of that is not translated."""
        return tuple(name for name in self.wanted() if not getattr(self.now.texts, name))

    def outdated(self) -> tuple[str, ...]:
        """What is translated from an English that has changed since."""
        return tuple(name for name in self.wanted() if _is_outdated(self.campaign.english, self.now, name))


def translate(
    session: Session,
    here: CampaignLanguage,
    texts: Texts,
    *,
    still_fit: Collection[str],
    seen: str,
    by: str,
    now: datetime,
) -> bool:
    """Prepare these texts; False if they are there already.

    `still_fit` are texts that fit although the English has changed; `seen` is what the organizer was shown.

    Raises:
        FieldsChangedError: somebody changed the same texts since, or the English of any.
    """
    values = {path: getattr(texts, name) for name, path in here.paths.items()}
    typed = Typed(values, seen, beside=ENGLISH_FIELDS, says_more=bool(still_fit))

    def follow(before: Content, after: Content) -> Content:
        return _made_from(before, after, here.language, still_fit)

    return prepare(session, here.campaign.id, typed, by=by, now=now, follow=follow)


def tell_script(
    session: Session, before: CampaignWords, told: ScriptTold, *, seen: str, by: str, now: datetime
) -> bool:
    """Prepare that the script is told so; False if that is so already.

    Raises:
        FieldsChangedError: somebody else changed it since.
    """
    return prepare(session, before.id, Typed({TOLD: told}, seen), by=by, now=now)


def offer(
    session: Session, before: CampaignWords, languages: Collection[str], *, seen: str, by: str, now: datetime
) -> bool:
    """Prepare in which languages the texts are to be; False if that is so already. English is, whatever is chosen.

    Raises:
        FieldsChangedError: somebody else changed it since.
    """
    offered = [code for code in TEXT_LANGUAGES if code in languages]
    named = [] if len(offered) == len(TEXT_LANGUAGES) else [ENGLISH, *offered]
    return prepare(session, before.id, Typed({OFFERED: named}, seen), by=by, now=now)


def _made_from(before: Content, after: Content, language: str, still_fit: Collection[str]) -> Content:
    """What English each text is made from: one that is left as it was keeps what it was made from."""
    was, now = (content.translations.get(language, NOTHING) for content in (before, after))
    english = english_of(after)
    left = {name for name in FIELDS if getattr(was.texts, name) == getattr(now.texts, name)}
    keeps = {name for name in left - set(still_fit) if _is_outdated(english_of(before), was, name)}
    made_from = {
        name: was.made_from.get(name, "") if name in keeps else english_digest(getattr(english, name))
        for name in FIELDS
        if getattr(now.texts, name)
    }
    return replace(after, translations=_with(after, language, Translation(now.texts, made_from)))


def _with(content: Content, language: str, translation: Translation) -> Mapping[str, Translation]:
    """A language without any text is not there."""
    others = {code: it for code, it in content.translations.items() if code != language}
    return others if translation.texts == Texts() else {**others, language: translation}


def _is_outdated(english: Texts, translation: Translation, name: str) -> bool:
    source, made_from = getattr(english, name), translation.made_from.get(name)
    return bool(source and getattr(translation.texts, name) and made_from != english_digest(source))
