"""A campaign's words, read once per edition and version and kept in memory for each database."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeAlias
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session

from app.campaigns.action.day import ActionDays
from app.campaigns.action.kept import days_of
from app.campaigns.editions.content import Action, Content, read_content
from app.campaigns.editions.earlier import edition_in_force
from app.campaigns.editions.english import latest_of, said_in
from app.campaigns.editions.prepared import prepared_edition
from app.campaigns.look.drawn import DrawnPicture
from app.campaigns.look.shown import ShownPicture, pictures_of
from app.campaigns.prompts_in_force import OwnPrompts, prompts_said
from app.campaigns.texts import PHONE_READS, ShownTexts, Texts, Translation, shown_texts
from models import Campaign, Edition, ScriptTold, WhomToCall

KEPT = 100


@dataclass(frozen=True, eq=False)
class CampaignWords:
    """All that pages and phones say of a campaign, and whom it calls.

    `listed` are the office holders of its fixed list in their order, `with_us` those who need not be asked, `held_back`
    those whom nobody calls for now, whatever the edition: people, named by the row in which they sat when they were
    chosen. `prompts` is what it says on the phone in place of the built-in words. Its own texts are English;
    `translations` are the same in other languages, and `in_language` chooses among them. `content` is the edition from
    which all this is, and `action` its days of action, which hold at once.
    """

    id: int
    version: int
    slug: str
    whom_to_call: WhomToCall
    listed: tuple[int, ...]
    with_us: frozenset[int]
    held_back: frozenset[int]
    group: str
    subject: str
    headline: str
    pitch: str
    script: str
    voicemail_script: str
    thanks_script: str
    talking_points: tuple[str, ...]
    fact_sheet_url: str
    actions: tuple[Action, ...]
    phone_number: str
    serves_hotline: bool = True
    office_contact: str = ""
    group_said: str = ""
    contact: str = ""
    privacy_note: str = ""
    script_told: ScriptTold = ScriptTold.BOTH
    prompts: OwnPrompts = field(default_factory=dict)
    translations: Mapping[str, Translation] = field(default_factory=dict)
    content: Content = field(default_factory=Content, repr=False, compare=False)
    pictures: Mapping[int, ShownPicture] = field(default_factory=dict, repr=False, compare=False)
    action: ActionDays = field(default_factory=dict, repr=False)
    _shown: dict[str, ShownTexts] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def english(self) -> Texts:
        """The texts in English, from which the others are translated."""
        return Texts(
            headline=self.headline,
            subject=self.subject,
            pitch=self.pitch,
            script=self.script,
            voicemail_script=self.voicemail_script,
            thanks_script=self.thanks_script,
            talking_points=self.talking_points,
            afterwards=self.content.english.afterwards,
            latest=latest_of(self.actions),
            privacy_note=self.privacy_note,
        )

    def actions_in(self, language: str) -> tuple[Action, ...]:
        """What else there is to do, in this language if that is translated."""
        return said_in(self.actions, self.in_language(language).latest.text)

    @property
    def logo(self) -> ShownPicture | None:
        """Its logo, if it has one."""
        return self.pictures.get(self.content.look.logo_id or 0)

    @property
    def share_picture(self) -> ShownPicture | None:
        """What others show with a link to it, if somebody chose it; else it is drawn."""
        return self.pictures.get(self.content.look.share_picture_id or 0)

    def drawn_picture(self, language: str) -> DrawnPicture:
        """What is drawn for others to show with a link to it."""
        return DrawnPicture(self.in_language(language).headline.text, self.group, self.content.look.accent)

    def in_language(self, language: str) -> ShownTexts:
        """Each text in this language; in English where it is not translated."""
        if language not in self._shown:
            own = self.translations.get(language, Translation()).texts
            self._shown[language] = shown_texts(self.english, own, language, self.script_told)
        return self._shown[language]

    def on_the_phone(self, language: str) -> ShownTexts:
        """The same for one of the phone's languages."""
        return self.in_language(PHONE_READS.get(language, language))


# By id, version and newest version: no database gives an id twice, and whatever is changed about a campaign makes its
# next version. What holds at once is never kept by the version in which a call began: processes would tell two numbers.
Key: TypeAlias = tuple[int, int, int]
_kept: WeakKeyDictionary[Engine, OrderedDict[Key, CampaignWords]] = WeakKeyDictionary()
_lock = Lock()


def campaign_words(
    session: Session | Connection, campaign_id: int, version: int, newest: int | None = None
) -> CampaignWords:
    """The words of a campaign. No statement at all when this version was read before.

    Of what began in an earlier version the `newest` is needed, too: by it goes all that holds at once.
    """
    engine = _engine_of(session)
    in_memory = words_in_memory(engine, campaign_id, version, newest)
    if in_memory:
        return in_memory
    words = _read_on(session, campaign_id, version)
    with _lock:
        kept = _kept[engine]
        kept[_key(campaign_id, version, newest)] = words
        while len(kept) > KEPT:
            kept.popitem(last=False)
    return words


def words_in_memory(engine: Engine, campaign_id: int, version: int, newest: int | None = None) -> CampaignWords | None:
    """The same if it was read before: that takes no session."""
    key = _key(campaign_id, version, newest)
    with _lock:
        kept = _kept.setdefault(engine, OrderedDict())
        if key in kept:
            kept.move_to_end(key)
        return kept.get(key)


def _key(campaign_id: int, version: int, newest: int | None) -> Key:
    return campaign_id, version, version if newest is None else newest


def _engine_of(session: Session | Connection) -> Engine:
    return (session if isinstance(session, Connection) else session.get_bind()).engine


def _read_on(session: Session | Connection, campaign_id: int, version: int) -> CampaignWords:
    if isinstance(session, Session):
        return _read(session, campaign_id, version)
    with Session(session) as own:
        return _read(own, campaign_id, version)


def _read(session: Session, campaign_id: int, version: int) -> CampaignWords:
    """What the edition says that was in force at this version: it is never changed, so nobody can be read by half."""
    in_force = (Edition.campaign_id == campaign_id) & (Edition.version <= version)
    content = select(Edition.content).where(in_force).order_by(Edition.version.desc()).limit(1)
    return words_of(session, campaign_id, read_content(session.scalars(content).one()), version)


def prepared_words(session: Session, campaign_id: int) -> CampaignWords:
    """The words that are prepared, as they would be in force."""
    return words_of(session, campaign_id, prepared_edition(session, campaign_id).content)


def words_in_force(session: Session, campaign_id: int) -> CampaignWords | None:
    """The words that are in force; None as long as nothing was published."""
    in_force = edition_in_force(session, campaign_id)
    return words_of(session, campaign_id, in_force.content) if in_force else None


def words_of(session: Session, campaign_id: int, content: Content, version: int | None = None) -> CampaignWords:
    """The words of any edition of the campaign, beside what holds at once."""
    campaign, english = session.get_one(Campaign, campaign_id, populate_existing=True), content.english
    return CampaignWords(
        id=campaign_id,
        version=campaign.version if version is None else version,
        slug=campaign.slug,
        phone_number=campaign.phone_number,
        serves_hotline=campaign.serves_hotline,
        office_contact=campaign.office_contact,
        whom_to_call=content.whom.rule,
        listed=content.whom.listed,
        with_us=frozenset(content.whom.with_us),
        held_back=frozenset(campaign.held_back),
        group=content.group,
        group_said=content.group_said,
        subject=english.subject,
        headline=english.headline,
        pitch=english.pitch,
        script=english.script,
        voicemail_script=english.voicemail_script,
        thanks_script=english.thanks_script,
        talking_points=english.talking_points,
        fact_sheet_url=content.fact_sheet_url,
        actions=content.actions,
        contact=content.contact,
        privacy_note=content.privacy_note,
        script_told=content.script_told,
        prompts=prompts_said(session, content.prompts),
        translations={code: it for code, it in content.translations.items() if it.texts != Texts()},
        content=content,
        pictures=pictures_of(session, content.look),
        action=days_of(session, campaign_id),
    )
