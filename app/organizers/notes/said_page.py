"""Which offices said what: on one page to print, how often each was heard to say so, and the notes about it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import render_template, request

from app.calls.inbox.reading import Read, notes_page, tags_of
from app.calls.inbox.wanted import NotesWanted
from app.calls.life.notes import note_text
from app.extensions import given
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.dashboard import told
from app.organizers.dashboard.spans import TITLES, Asked, asked
from app.organizers.dashboard.whom import Whom, key_of, whom_of
from app.organizers.notes.asked import tag_of
from app.representatives import Seat, directory
from app.statistics.counting import counted_to
from app.store.db import db
from models import Stance, TeamRole

MOST_NOTES = 500  # some fifty pages of paper


@dataclass(frozen=True)
class Said:
    """One office holder: what their office was heard to say, and the notes, the newest first."""

    name: str
    district: str
    geoid: str
    key: str
    counts: Whom | None
    notes: Sequence[Read]


@organizers.get("/campaigns/<int:campaign_id>/said")
@least(TeamRole.VIEWER)
def said(campaign_id: int) -> str:
    """The page, of all days unless others are asked for."""
    words, wanted, session = found_campaign(campaign_id), asked(campaign_id, usual="all"), db.session
    seats = directory(session)
    everybody = whom_of(session, wanted.span, seats, words)
    tag = tag_of(request.args.get("tag", ""))
    shown = notes_page(session, _of(wanted, tag), lambda kept: note_text(given().vault, kept), limit=MOST_NOTES)
    return render_template(
        "organizers/notes/said.html",
        campaign=words,
        asked=wanted,
        titles=TITLES,
        offices=_by_office(everybody, shown.notes, seats.seats_by_holder()),
        sentence=told.of_stances(everybody),
        stances={Stance.YES: "Supports it", Stance.NO: "Opposes it", Stance.UNDECIDED: "Undecided"},
        notes=len(shown.notes),
        is_cut_short=shown.next_cursor is not None,
        tag=tag,
        tags=tags_of(session, NotesWanted(campaign_id=campaign_id)),
        counted=counted_to(session),
        at=wanted.now,
    )


def _of(wanted: Asked, tag: str) -> NotesWanted:
    span = wanted.span
    return NotesWanted(campaign_id=wanted.campaign_id, tag=tag or None, since=span.since, until=span.until)


def _by_office(everybody: Sequence[Whom], notes: Sequence[Read], holders: Mapping[int, Seat]) -> Sequence[Said]:
    """Those that said something, or of whom somebody wrote, by name: whoever left apart from whoever sits there now."""
    of: defaultdict[str, list[Read]] = defaultdict(list)
    for it in notes:
        of[key_of(holders, it.note.holder_id, it.note.geoid)].append(it)
    counted: Mapping[str, Whom] = {it.key: it for it in everybody if it.has_told or it.no_stance}
    every = [_said(key, counted.get(key), of.get(key, [])) for key in counted.keys() | of.keys()]
    return sorted(every, key=lambda it: (it.name.casefold(), it.key))


def _said(key: str, counts: Whom | None, notes: Sequence[Read]) -> Said:
    if counts:
        return Said(counts.name, counts.district, counts.seat.geoid, key, counts, notes)
    newest = notes[0].note
    return Said(newest.representative or "Vacant seat", newest.district, newest.geoid, key, None, notes)
