"""Puts people on a campaign's list, into another order, and marks how they stand to what it asks."""

import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus

from flask import request
from werkzeug.wrappers import Response

from app.campaigns.editions.content import Whom
from app.campaigns.whom.changing import change_whom
from app.campaigns.whom.marks import Mark, Marking, marked_anew
from app.campaigns.whom.moves import Move, moved
from app.campaigns.whom.person import Person
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.audit import told_of_whom
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.whom.page import FASTER, WHOM, WHOM_TO_CALL, Sent, sought, whom_page
from app.organizers.change import Came, Who, saved
from app.representatives import Seat, directory
from app.store.db import db
from models import TeamRole

MOVE = re.compile(rf"({'|'.join(Move)})-(\d{{1,18}})", re.ASCII)
SHOWN = re.compile(r"was-(\d{1,18})", re.ASCII)
MARKS = frozenset(Mark)


@organizers.post(f"{WHOM}/people")
@least(TeamRole.ORGANIZER)
def change_people(campaign_id: int) -> Response | tuple[str, int]:
    """Save the marks of one form, and whatever its button does to the list."""
    words, sitting = found_campaign(campaign_id), directory(db.session).seats_by_holder()
    markings, move = dict(_markings(request.form, sitting)), MOVE.fullmatch(request.form.get("do", ""))

    def change(whom: Whom) -> Whom:
        return _moved(marked_anew(whom, markings), move, sitting)

    def save(who: Who) -> bool:
        return change_whom(db.session, campaign_id, change, by=who.by, now=who.now)

    came = saved(told_of_whom(words), save)
    if came is Came.FASTER:
        sent = Sent(marks=markings, errors={"people": (FASTER,)})
        return whom_page(found_campaign(campaign_id), sent), HTTPStatus.CONFLICT
    find = {"find": sought()} if sought() else {}
    return WHOM_TO_CALL.tells(came, at=_where(move), campaign_id=campaign_id, **find)


def _markings(sent: Mapping[str, str], sitting: Mapping[int, Seat]) -> Iterator[tuple[Person, Marking]]:
    """What was chosen for everybody who was shown; who sits nowhere can only lose a mark."""
    for name, was in sent.items():
        shown = SHOWN.fullmatch(name)
        wanted = sent.get(f"mark-{shown[1]}", "") if shown else ""
        if shown and was in MARKS and wanted in MARKS and (int(shown[1]) in sitting or wanted == Mark.UNKNOWN):
            yield Person.of(int(shown[1]), sitting), Marking(Mark(was), Mark(wanted))


def _moved(whom: Whom, move: re.Match[str] | None, sitting: Mapping[int, Seat]) -> Whom:
    """Who sits nowhere can only leave the list, or change their place there."""
    if move is None or (move[1] == Move.ADD and int(move[2]) not in sitting):
        return whom
    return moved(whom, Person.of(int(move[2]), sitting), Move(move[1]))


def _where(move: re.Match[str] | None) -> str | None:
    """The part of the page that changed: where somebody was moved, they are looked at next."""
    if move is None or move[1] == Move.ADD:
        return "people"
    return "list" if move[1] == Move.OFF else f"listed-{move[2]}"
