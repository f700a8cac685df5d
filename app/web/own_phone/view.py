"""What the page of an own phone shows: one office at a time, with its lines, the script, and what was told of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from app.calls.hours.waves import when_called
from app.calls.life.reports import Report
from app.calls.own_phone.report import reported
from app.calls.own_phone.shown import Shown
from app.calls.run.feedback import Reports
from app.calls.whom.offices_in_turn import as_reached
from app.campaigns.script_shown import ShownScript, shown_script
from app.extensions import given
from app.language.sentences import Sentence, sentence
from app.limits.feedback import changes_now
from app.representatives import Candidate, Line, in_seat
from app.serving.page_languages import page_language
from app.store.db import db
from app.web.campaign_page import Visited
from app.web.filled_in.first_name import first_name
from app.web.filled_in.letter import Letter, letter_to
from app.web.times import in_words
from models import LineKind, Wording

WHERE = {
    LineKind.CAPITOL: sentence("at the State House"),
    LineKind.DISTRICT: sentence("in the district"),
    LineKind.SWITCHBOARD: sentence("the State House's switchboard: ask for them by name"),
}


@dataclass(frozen=True)
class ShownLine:
    """One number of the office; `opens` is when, where it is closed now and that is known."""

    rank: int
    line: Line
    is_open: bool
    opens: Sentence | str
    by_wave: bool = False

    @property
    def where(self) -> Sentence | str:
        """Where it rings."""
        return WHERE.get(self.line.kind, "")

    @property
    def is_switchboard(self) -> bool:
        """Whether it is nobody's own."""
        return self.line.kind is LineKind.SWITCHBOARD


@dataclass(frozen=True)
class ShownOffice:
    """One office holder whom the supporter calls, or writes to where no number is known.

    `rank` stands for it in a report that names no line; `told` is what they said of it, if anything yet, and `stays`
    that it may not be changed any more: where it `is_held` since a legal hold keeps it.
    """

    nth: int
    rank: int
    person: Candidate
    wording: Wording
    lines: tuple[ShownLine, ...]
    told: Report | None
    stays: bool
    is_held: bool


@dataclass(frozen=True)
class OwnPhonePage:
    """The page: all that is read for it stands in `offices`, of those who still sit there and may be called."""

    campaign: Visited
    shown: Shown
    offices: tuple[ShownOffice, ...]

    @property
    def may_be_rung(self) -> bool:
        """Whether any of the offices has a number, to which we could connect."""
        return any(office.lines for office in self.offices)

    def at(self, nth: str) -> ShownOffice | None:
        """The office that was asked for, else the first of which nothing was told yet, else the last."""
        asked = (office for office in self.offices if str(office.nth) == nth)
        untold = (office for office in self.offices if not office.told)
        return next(asked, None) or next(untold, None) or (self.offices[-1] if self.offices else None)

    def after(self, here: ShownOffice) -> ShownOffice | None:
        """The next office of which nothing was told."""
        return next((it for it in self.offices if it.nth != here.nth and not it.told), None)

    def scripts(self, here: ShownOffice) -> tuple[ShownScript, ShownScript | None]:
        """What to say, and to a machine."""
        texts = self.campaign.words.in_language(page_language().code)
        fill = partial(shown_script, name=first_name(), town=self.shown.town, whom=here.person.representative)
        if here.wording is Wording.THANKS:
            return fill(texts.thanks_script), None
        return fill(texts.script), fill(texts.voicemail_script)

    def letter(self, here: ShownOffice) -> Letter | None:
        """What to write."""
        words, person = self.campaign.words, here.person
        return letter_to(words, person, here.wording, town=self.shown.town, name=first_name())


def own_phone_page(campaign: Visited, shown: Shown) -> OwnPhonePage:
    """The page as it is now."""
    own = given()
    told = reported(db.session, shown, changes_now(own.settings, own.clock()))
    return OwnPhonePage(campaign, shown, tuple(_offices(campaign, shown, told)))


def _offices(campaign: Visited, shown: Shown, told: Reports) -> Iterator[ShownOffice]:
    for nth in shown.holders:
        ranks = shown.ranks(nth)
        planned = shown.offices[ranks[0]]
        person = as_reached(campaign.words, in_seat(campaign.roster.seat(planned.district_geoid)))
        held_back = not person.holder_ids.isdisjoint(campaign.words.held_back)
        lines = tuple(_lines(campaign, person, {shown.offices[rank].line_id: rank for rank in ranks}))
        if person.holder_id == planned.holder_id and (lines or person.email) and not held_back:
            report = next((told.on_page[rank] for rank in ranks if rank in told.on_page), None)
            stays, is_held = (not which.isdisjoint(ranks) for which in (told.stays, told.held))
            yield ShownOffice(nth, ranks[0], person, planned.wording, lines, report, stays=stays, is_held=is_held)


def _lines(campaign: Visited, person: Candidate, ranks: Mapping[int | None, int]) -> Iterator[ShownLine]:
    own = given()
    for line in person.lines:
        if line.id in ranks:
            hours = None if own.settings.always_open else campaign.roster.hours(line.id)
            closed = when_called(hours, campaign.words.action, person.geoid, own.clock())
            opens = in_words(closed.opens, own.clock()) if closed and closed.opens else ""
            by_wave = closed is not None and closed.by_wave
            yield ShownLine(ranks[line.id], line, closed is None, opens, by_wave=by_wave)
