"""What a step may know: all that is needed to speak, and nothing that needs a look-up."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Self

from voice_flows.names import NOBODY, NOWHERE, Label, Titled
from voice_flows.outcomes import LineShowed, PlaceFound, WhyPassedOver
from voice_flows.said.voices import HEARS

# How many times as long we wait for whoever asks for more time: a relay types, or signs, all that is said, both ways.
USUAL, MORE_TIME = 1, 3

HASH = "_hash"  # where it is kept, beside the fields


def patience_for(*, more_time: bool) -> int:
    """How many times as long as usual we wait, for whoever asked for more time and for whoever did not."""
    return MORE_TIME if more_time else USUAL


def _hashed_once(it: "Campaign | Known") -> int:
    """By which what is said is found again at every turn, of a dozen texts: reckoned once."""
    kept = vars(it)
    if HASH not in kept:
        kept[HASH] = hash(tuple(kept[one.name] for one in fields(it) if one.hash is not False))
    reckoned: int = kept[HASH]
    return reckoned


@dataclass(frozen=True)
class OwnPrompt:
    """What a campaign says in place of the built-in words: a text with blanks.

    Where there is a `url`, the sound there is played instead, which says that text.
    """

    text: str
    url: str = ""


@dataclass(frozen=True)
class Campaign:
    """What the campaign says on this call.

    `asks_place` says whether where somebody lives decides whom it calls. `points` are in the caller's language if they
    are `points_own`, else in English; so is the `subject`. `group_said` is what the group is called on the phone, where
    that is another name. `prompts` are the campaign's own,
    by key, in the call's language; `offers` are those that are said in every language before one is chosen, by it.
    `afterwards` is what came of it, in the caller's language if it is `afterwards_own`; `contact` is whom an office
    reaches that calls back, in English.
    """

    group: str
    subject: str
    number: str
    asks_place: bool = True
    subject_own: bool = True
    group_said: str = ""
    points: tuple[str, ...] = ()
    points_own: bool = False
    afterwards: str = ""
    afterwards_own: bool = True
    contact: str = ""
    prompts: Mapping[str, OwnPrompt] = field(default_factory=dict, hash=False)
    offers: Mapping[str, Mapping[str, OwnPrompt]] = field(default_factory=dict, hash=False)

    __hash__ = _hashed_once


@dataclass(frozen=True)
class Caller:
    """Who is on the phone, and on the hotline what they said of where they live.

    `can_book` says whether we know a number to ring. `found` is what came of the place: `place` is what it was taken
    to mean, and `choices` are the names to choose from. `by_keys` says that they have one more try, by keys alone.
    `hints` are places that are likely to be said. `patience` is how many times as long as usual we wait for whatever
    they do.
    """

    language: str = "en"
    town: str = ""
    can_book: bool = True
    found: PlaceFound = PlaceFound.NOTHING
    place: Label = NOWHERE
    choices: tuple[Titled, ...] = ()
    by_keys: bool = False
    hints: tuple[str, ...] = field(default=(), hash=False)  # hundreds of them, for all the same
    patience: int = USUAL


@dataclass(frozen=True)
class Office:
    """The office that the call has come to, the `nth` of `total` office holders.

    `script` is what to say there in English, `script_own` the same in the caller's language, told beside it. `script`
    is empty where the office understands that language, `script_own` where nothing was translated.
    `next_representative` is who comes after them; `passed_over` is whoever cannot be rung, with the reason.
    """

    representative: Titled = NOBODY
    script: str = ""
    script_own: str = ""
    thanks: bool = False
    is_theirs: bool = True
    nth: int = 1
    total: int = 1
    next_representative: Titled = NOBODY
    passed_over: Titled = NOBODY
    passed_over_why: WhyPassedOver | None = None


@dataclass(frozen=True)
class Line:
    """The office's line; limits are in seconds.

    `showed` is how it ended, once it has been rung; `has_other` says that the office has another line. `ahead` counts
    those before the caller; `opens`, `booked` and `back`, when a campaign that rests goes on, are times in words. An
    office that waits for its turn `by_wave`, on a day of action, is called from then on. By `code` a call that was
    agreed on is canceled. `instead` is the number to call for whoever is not connected, `page` the address at which the
    words stand.
    """

    number: str = ""
    extension: str = ""
    ring_limit: int = 30
    talk_limit: int = 900
    showed: LineShowed = LineShowed.NOT_RUNG
    has_other: bool = False
    ahead: int = 0
    opens: str = ""
    by_wave: bool = False
    booked: str = ""
    back: str = ""
    code: str = ""
    instead: str = ""
    page: str = ""


@dataclass(frozen=True)
class Abilities:
    """What callers notice of the carrier: whether it understands what they say, and a star leaves an office."""

    listens: bool = True
    star_leaves: bool = True


ABLE = Abilities()


@dataclass(frozen=True)
class Known:
    """One call, as far as a caller hears it; `carrier` is what the carrier is able to do."""

    campaign: Campaign
    caller: Caller = Caller()
    office: Office = Office()
    line: Line = Line()
    carrier: Abilities = ABLE

    __hash__ = _hashed_once

    @property
    def language(self) -> str:
        """The language of the call."""
        return self.caller.language

    @property
    def is_heard(self) -> bool:
        """Whether words count beside keys: where the carrier understands any, in the language that is spoken."""
        return self.carrier.listens and self.language in HEARS

    @property
    def patience(self) -> int:
        """How many times as long as usual we wait."""
        return self.caller.patience

    @property
    def is_patient(self) -> bool:
        """Whether they asked for more time."""
        return self.patience > USUAL

    def with_more_time(self) -> Self:
        """The same call of somebody who needs more time."""
        return replace(self, caller=replace(self.caller, patience=MORE_TIME))

    def in_language(self, language: str, prompts: Mapping[str, OwnPrompt]) -> Self:
        """The same call spoken in another language, in which the campaign has these prompts of its own."""
        caller, campaign = replace(self.caller, language=language), replace(self.campaign, prompts=prompts)
        return replace(self, caller=caller, campaign=campaign)
