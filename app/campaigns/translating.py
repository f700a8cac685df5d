"""Use cases of organizers: translate a campaign's texts, take that back, and say how its script is told."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import delete, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.campaigns.in_force import CampaignWords
from app.campaigns.texts import FIELDS, Texts, Translation
from app.campaigns.versions import CampaignChangedError, keep_change, last_change, next_version
from models import Campaign, CampaignChange, CampaignText, ScriptTold, english_digest

ABOUT_TELLING = "script-told"
NOTHING = Translation()
KEPT = TypeAdapter(Translation)


@dataclass(frozen=True)
class CampaignLanguage:
    """Which texts: of which campaign as it is now, in which language."""

    campaign: CampaignWords
    language: str

    @property
    def now(self) -> Translation:
        """The translation as it is."""
        return self.campaign.translations.get(self.language, NOTHING)

    @property
    def about(self) -> str:
        """How changes of it are called."""
        return f"texts-{self.language}"

    @property
    def stamp(self) -> str:
        """Tells whether these texts, or the English beside them, are still those that somebody saw."""
        parts = [
            english_digest(getattr(texts, name)) for texts in (self.campaign.english, self.now.texts) for name in FIELDS
        ]
        return english_digest([*parts, *sorted(self.now.made_from.values())])

    def wanted(self) -> tuple[str, ...]:
        """What there is to translate: every text that there is in English."""
        return tuple(name for name in FIELDS if getattr(self.campaign.english, name))

    def missing(self) -> tuple[str, ...]:
        """What of that is not translated."""
        return tuple(name for name in self.wanted() if not getattr(self.now.texts, name))

    def outdated(self) -> tuple[str, ...]:
        """What is translated from an English that has changed since."""
        return tuple(
            name
            for name in self.wanted()
            if getattr(self.now.texts, name) and self.now.made_from.get(name) != self._english_now(name)
        )

    def made_from(self, texts: Texts, still_fit: Collection[str]) -> Mapping[str, str]:
        """What English each of these new texts is made from: one that is left as it was keeps what it was made from."""
        kept = {name for name in set(self.outdated()) - set(still_fit) if _same(texts, self.now.texts, name)}
        return {
            name: self.now.made_from.get(name, "") if name in kept else self._english_now(name)
            for name in FIELDS
            if getattr(texts, name)
        }

    def _english_now(self, name: str) -> str:
        return english_digest(getattr(self.campaign.english, name))


def _same(texts: Texts, others: Texts, name: str) -> bool:
    return bool(getattr(texts, name) == getattr(others, name))


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
    """Let the campaign's next version have these texts; False if it has them already. Calls under way keep theirs.

    `still_fit` are texts that fit although the English has changed; `seen` is the stamp that the organizer saw.

    Raises:
        CampaignChangedError: somebody changed these texts or the English since, or the campaign in this moment.
    """
    if seen != here.stamp:
        raise CampaignChangedError
    after = Translation(texts, here.made_from(texts, still_fit))
    if after == here.now:
        return False
    next_version(session, here.campaign.id, here.campaign.version)
    keep_change(session, here.campaign.id, here.about, asdict(here.now), by=by, now=now)
    _write(session, here, after)
    return True


def last_translated(session: Session, here: CampaignLanguage) -> CampaignChange | None:
    """The newest change of these texts."""
    return last_change(session, here.campaign.id, here.about)


def undo_translation(session: Session, here: CampaignLanguage, change_id: int) -> bool:
    """Go back to what stood there before the newest change; False if that was undone already, or is not the newest.

    Raises:
        CampaignChangedError: somebody else changed the campaign in this moment.
    """
    change = last_translated(session, here)
    if change is None or change.id != change_id:
        return False
    next_version(session, here.campaign.id, here.campaign.version)
    _write(session, here, KEPT.validate_python(change.before))
    session.delete(change)
    return True


def tell_script(session: Session, before: CampaignWords, told: ScriptTold, *, by: str, now: datetime) -> bool:
    """Let the script be told so from now on; False if it is already.

    Raises:
        CampaignChangedError: somebody else changed the campaign in this moment.
    """
    if before.script_told is told:
        return False
    next_version(session, before.id, before.version)
    keep_change(session, before.id, ABOUT_TELLING, {"told": before.script_told}, by=by, now=now)
    session.execute(update(Campaign).where(Campaign.id == before.id).values(script_told=told))
    return True


def _write(session: Session, here: CampaignLanguage, after: Translation) -> None:
    """Without any text there is no row: then the language has nothing of its own."""
    key = {"campaign_id": here.campaign.id, "language": here.language}
    if after.texts == Texts():
        session.execute(delete(CampaignText).filter_by(**key))
        return
    texts = asdict(after.texts) | {"talking_points": list(after.texts.talking_points)}
    values = texts | {"made_from": dict(after.made_from)}
    row = insert(CampaignText).values(**key, **values)
    session.execute(row.on_conflict_do_update(index_elements=list(key), set_=values))
