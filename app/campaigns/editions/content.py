"""What stands in an edition, as one document: the only reader and writer of the JSON that is kept.

What a document lacks, because it is older, has its default here; so a subject is added without a migration.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from pydantic import TypeAdapter

from app.campaigns.texts import Texts, Translation
from models import ScriptTold, WhomToCall


@dataclass(frozen=True)
class SaidInstead:
    """What a prompt says in place of the built-in words: a text, or a recording that says it; without a text those."""

    text: str | None = None
    recording_id: int | None = None


@dataclass(frozen=True)
class Action:
    """Something else to do, shown under "The Latest".

    It leads to a page elsewhere, to the `campaign` of this server at that address, or where `shares`, to tell friends.
    """

    title: str
    text: str = ""
    url: str = ""
    campaign: str = ""
    shares: bool = False


@dataclass(frozen=True)
class Whom:
    """Whom a campaign calls: a rule, the people of its own list in their order, and where people stand.

    Who is neither `with_us` nor `against` is unknown. People are named by the row in which they sat when chosen. Where
    supporters call on their `own_phones` we ring nobody; by the `switchboard` they reach whoever has no number.
    """

    rule: WhomToCall = WhomToCall.REPRESENTATIVE
    listed: tuple[int, ...] = ()
    with_us: tuple[int, ...] = ()
    against: tuple[int, ...] = ()
    own_phones: bool = False
    switchboard: bool = False


@dataclass(frozen=True)
class When:
    """From when to when a campaign rings anybody; None where it is left open."""

    starts_at: datetime | None = None
    ends_at: datetime | None = None


@dataclass(frozen=True)
class Look:
    """How its page looks, and what others show of it: a colour as #rrggbb, pictures by their ids."""

    accent: str = ""
    logo_id: int | None = None
    share_picture_id: int | None = None
    share_description: str = ""


@dataclass(frozen=True)
class Public:
    """What its page tells everybody in numbers while it goes on: how many calls there were, and of how many."""

    count: bool = False
    goal: int | None = None


@dataclass(frozen=True)
class Results:
    """What everybody may read once it has ended, counted on that day and never again, all in steps of five.

    `outcomes` are by name, "other" several of few; `times` by the first day of each week, or by the day where it is
    `by_day`, empty for several of few; `districts` are those of which an office heard from five or more.
    """

    counted_on: date
    through_us: int
    own_phone: int = 0
    written: int = 0
    offices: int = 0
    of_offices: int = 0
    outcomes: tuple[tuple[str, int], ...] = ()
    by_day: bool = False
    times: tuple[tuple[str, int], ...] = ()
    districts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Content:
    """The whole of an edition.

    `languages` are those in which its texts are to be; all that there are where it names none. Supporters may read the
    pages and hear the phone in any other, too, and meet the texts in English there. `group_said` is what the group is
    called on the phone, where that is another name. `results` are published like words, so that they stay as they are.
    """

    group: str = ""
    english: Texts = field(default_factory=Texts)
    translations: Mapping[str, Translation] = field(default_factory=dict)
    script_told: ScriptTold = ScriptTold.BOTH
    prompts: Mapping[str, Mapping[str, SaidInstead]] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    whom: Whom = field(default_factory=Whom)
    when: When = field(default_factory=When)
    look: Look = field(default_factory=Look)
    fact_sheet_url: str = ""
    actions: tuple[Action, ...] = ()
    contact: str = ""
    privacy_note: str = ""
    group_said: str = ""
    public: Public = field(default_factory=Public)
    results: Results | None = None


_DOCUMENT, _SAID, _WHEN = TypeAdapter(Content), TypeAdapter(SaidInstead), TypeAdapter(When)
_RESULTS = TypeAdapter(Results)


def read_content(document: Mapping[str, object]) -> Content:
    """The content that is kept as this document."""
    return _DOCUMENT.validate_python(document)


def read_said(part: Mapping[str, object] | None) -> SaidInstead:
    """The same of a prompt alone, of which there may be nothing."""
    return _SAID.validate_python(part or {})


def read_when(part: Mapping[str, object] | None) -> When:
    """The same of the dates alone."""
    return _WHEN.validate_python(part or {})


def read_results(part: Mapping[str, object]) -> Results:
    """The same of its results alone."""
    return _RESULTS.validate_python(part)


def as_document(content: Content) -> dict[str, object]:
    """How the content is kept."""
    document: dict[str, object] = _DOCUMENT.dump_python(content, mode="json")
    return document
