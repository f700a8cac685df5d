"""Reads which notes an organizer asks for: what cannot be read is told, and left out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flask import request

from app.calls.inbox.wanted import NotesWanted, Show
from app.calls.shown.log.page import campaign_subjects
from app.language.text import clean_text
from app.organizers.accounts.roles import signed_in
from app.organizers.log import filters
from app.organizers.log.choices import offices
from app.organizers.log.filters import Reader, one_of, read_span
from app.representatives import directory
from app.store.db import db
from models import LONGEST_TAG, Stance

USUAL = Show.UNREAD
OF_AN_ADDRESS = ("show", "campaign", "office", "stance", "tag", "words", "from", "to", "before")
NO_SHOW = "There are no such notes, so those that nobody read are shown."


@dataclass(frozen=True)
class Asked:
    """What was asked for: the notes and the words in them, the same for an address, and what could not be read."""

    wanted: NotesWanted
    query: Mapping[str, str]
    problems: tuple[str, ...]
    campaigns: Mapping[int, str]
    offices: Mapping[str, str]
    words: str = ""

    @property
    def is_narrow(self) -> bool:
        """Whether some notes are left out on purpose."""
        return bool(self.query.keys() - {"show"})

    def showing(self, show: Show) -> "Asked":
        """The same filter, and others of these notes."""
        others = {name: value for name, value in self.query.items() if name != "show"}
        query = others if show is USUAL else {"show": str(show), **others}
        return replace(self, wanted=replace(self.wanted, show=show), query=query)

    def without(self, *names: str) -> Mapping[str, str]:
        """The address without some of it."""
        return {name: value for name, value in self.query.items() if name not in names}


def asked() -> Asked:
    """What the address of this request asks for."""
    theirs = signed_in().campaigns
    campaigns, seats = campaign_subjects(db.session, theirs), offices(directory(db.session))
    it = Reader(request.args)
    show = it.read("show", lambda text: next((one for one in Show if one == text), None), NO_SHOW)
    since, until = read_span(it)
    wanted = NotesWanted(
        show=show or USUAL,
        campaigns=theirs,
        campaign_id=it.read("campaign", one_of(campaigns), filters.NO_CAMPAIGN),
        geoid=it.read("office", lambda text: text if text in seats else None, filters.NO_OFFICE),
        stance=it.read("stance", lambda text: next((one for one in Stance if one == text), None), filters.NO_STANCE),
        tag=it.read("tag", lambda text: tag_of(text) or None, ""),
        since=since,
        until=until,
    )
    words = it.read("words", lambda text: clean_text(text, limit=filters.LONGEST_WORDS) or None, "")
    return Asked(
        wanted, it.query, tuple(one.replace("calls", "notes") for one in it.problems), campaigns, seats, words or ""
    )


def tag_of(typed: str) -> str:
    """A tag as it is kept: two that differ in capitals alone are one."""
    return clean_text(typed.strip().lstrip("#"), limit=LONGEST_TAG).casefold()[:LONGEST_TAG].strip()
