"""A campaign's words, read once per version and kept in memory for each database."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from weakref import WeakKeyDictionary

from pydantic import TypeAdapter
from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session

from app.campaigns.prompts_in_force import OwnPrompts, prompts_in_force
from app.campaigns.texts import PHONE_READS, ShownTexts, Texts, Translation, shown_texts, translations_of
from models import Campaign, CampaignExclusion, ListedOfficeHolder, ScriptTold, WhomToCall

KEPT = 100


@dataclass(frozen=True)
class Action:
    """Something else to do, shown under "The Latest"."""

    title: str
    text: str
    url: str


ACTIONS = TypeAdapter(tuple[Action, ...])


@dataclass(frozen=True, eq=False)
class CampaignWords:
    """All that pages and phones say of a campaign, and whom it calls.

    `listed` are the office holders of its fixed list in their order, `excluded` those who need not be asked: people,
    named by the row in which they sat when they were chosen. `prompts` is what it says on the phone in place of the
    built-in words. Its own texts are English; `translations` are the same in other languages, and `in_language`
    chooses among them.
    """

    id: int
    version: int
    slug: str
    whom_to_call: WhomToCall
    listed: tuple[int, ...]
    excluded: frozenset[int]
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
    keeps_numbers: bool
    script_told: ScriptTold = ScriptTold.BOTH
    prompts: OwnPrompts = field(default_factory=dict)
    translations: Mapping[str, Translation] = field(default_factory=dict)
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
        )

    def in_language(self, language: str) -> ShownTexts:
        """Each text in this language; in English where it is not translated."""
        if language not in self._shown:
            own = self.translations.get(language, Translation()).texts
            self._shown[language] = shown_texts(self.english, own, language, self.script_told)
        return self._shown[language]

    def on_the_phone(self, language: str) -> ShownTexts:
        """The same for one of the phone's languages."""
        return self.in_language(PHONE_READS.get(language, language))


# By id and version: no database gives an id twice, and whatever is changed about a campaign makes its next version.
_kept: WeakKeyDictionary[Engine, OrderedDict[tuple[int, int], CampaignWords]] = WeakKeyDictionary()
_lock = Lock()


def campaign_words(session: Session | Connection, campaign_id: int, version: int) -> CampaignWords:
    """The words of a campaign. No statement at all when this version was read before."""
    engine = _engine_of(session)
    in_memory = words_in_memory(engine, campaign_id, version)
    if in_memory:
        return in_memory
    words = _read_on(session, campaign_id)
    with _lock:
        kept = _kept[engine]
        kept[campaign_id, version] = words
        while len(kept) > KEPT:
            kept.popitem(last=False)
    return words


def words_in_memory(engine: Engine, campaign_id: int, version: int) -> CampaignWords | None:
    """The same if it was read before: that takes no session."""
    key = (campaign_id, version)
    with _lock:
        kept = _kept.setdefault(engine, OrderedDict())
        if key in kept:
            kept.move_to_end(key)
        return kept.get(key)


def _engine_of(session: Session | Connection) -> Engine:
    return (session if isinstance(session, Connection) else session.get_bind()).engine


def _read_on(session: Session | Connection, campaign_id: int) -> CampaignWords:
    if isinstance(session, Session):
        return _read(session, campaign_id)
    with Session(session) as own:
        return _read(own, campaign_id)


def _read(session: Session, campaign_id: int) -> CampaignWords:
    """All of one version: who saves between two of these statements would be read by half."""
    version = select(Campaign.version).where(Campaign.id == campaign_id)
    words = _read_once(session, campaign_id)
    while session.scalar(version) != words.version:
        words = _read_once(session, campaign_id)
    return words


def _read_once(session: Session, campaign_id: int) -> CampaignWords:
    campaign = session.get_one(Campaign, campaign_id, populate_existing=True)
    listed = select(ListedOfficeHolder.office_holder_id).where(ListedOfficeHolder.campaign_id == campaign_id)
    excluded = select(CampaignExclusion.office_holder_id).where(CampaignExclusion.campaign_id == campaign_id)
    return CampaignWords(
        id=campaign.id,
        version=campaign.version,
        slug=campaign.slug,
        whom_to_call=campaign.whom_to_call,
        listed=tuple(session.scalars(listed.order_by(ListedOfficeHolder.rank))),
        excluded=frozenset(session.scalars(excluded)),
        group=campaign.group_name,
        subject=campaign.subject,
        headline=campaign.headline,
        pitch=campaign.pitch,
        script=campaign.script,
        voicemail_script=campaign.voicemail_script,
        thanks_script=campaign.thanks_script,
        talking_points=tuple(campaign.talking_points),
        fact_sheet_url=campaign.fact_sheet_url,
        actions=ACTIONS.validate_python(campaign.actions),
        phone_number=campaign.phone_number,
        keeps_numbers=campaign.keeps_numbers,
        script_told=campaign.script_told,
        prompts=prompts_in_force(session, campaign_id),
        translations=translations_of(session, campaign_id),
    )
