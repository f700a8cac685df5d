"""A pasted list of people, a line each: first what was understood, with a question where it is not sure, then saved."""

from collections.abc import Iterable
from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.campaigns.editions.content import Whom
from app.campaigns.whom.changing import change_whom
from app.campaigns.whom.marks import Mark, marked
from app.campaigns.whom.moves import Move, moved
from app.campaigns.whom.person import Person
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.audit import told_of_whom
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.whom import names
from app.organizers.campaigns.whom.page import WHOM, WHOM_TO_CALL, Sent, whom_page
from app.organizers.campaigns.whom.rows import People
from app.organizers.change import Who, saved
from app.representatives import directory
from app.representatives.holders_named import holders_named, lines_of
from app.serving.forms import Text
from app.store.db import db
from models import TeamRole

FARTHEST = 120_000  # characters that are shown again
MOST_LINES = 500
LINES = Text(limit=FARTHEST, lines=True, as_typed=True)
LONGEST_ID = 18
NOTHING_PASTED = "Paste a list first: one person a line."
NO_MEANING = "Say how they stand to it, or that they are to be called."
TOO_MANY = "These are {many} lines; {most} fit at once. Paste the rest afterwards."


@organizers.post(f"{WHOM}/pasted")
@least(TeamRole.ORGANIZER)
def read_pasted(campaign_id: int) -> str | tuple[str, int]:
    """Show whom the lines name."""
    words, text, meant = found_campaign(campaign_id), LINES.of(request.form.get("pasted", "")), _meant()
    if errors := _wrong(text, meant):
        return whom_page(words, Sent(pasted=text, pasted_as=meant, errors=errors)), HTTPStatus.UNPROCESSABLE_ENTITY
    people = People(words, directory(db.session))
    lines = holders_named(text, people.roster)
    sure = dict.fromkeys(line.sure.holder.id for line in lines if line.sure and line.sure.holder)
    return render_template(
        "organizers/campaigns/whom/pasted.html",
        campaign=words,
        names=names,
        meant=meant,
        sure=[people.row(each) for each in sure],
        unsure=[line for line in lines if not line.sure],
        row=people.row,
        pasted=text,
    )


@organizers.post(f"{WHOM}/several")
@least(TeamRole.ORGANIZER)
def change_several(campaign_id: int) -> Response:
    """Mark those who were chosen, or put them on the list."""
    words, meant, sitting = found_campaign(campaign_id), _meant(), directory(db.session).seats_by_holder()
    people = [Person.of(each, sitting) for each in _chosen() if each in sitting]

    def save(who: Who) -> bool:
        return change_whom(db.session, campaign_id, lambda it: _changed(it, people, meant), by=who.by, now=who.now)

    came = saved(told_of_whom(words), save)
    return WHOM_TO_CALL.tells(came, at="list" if meant == names.LISTED else "marked", campaign_id=campaign_id)


def _changed(whom: Whom, people: Iterable[Person], meant: str) -> Whom:
    for person in people:
        if meant == names.LISTED:
            whom = moved(whom, person, Move.ADD)
        elif meant:
            whom = marked(whom, person, Mark(meant))
    return whom


def _meant() -> str:
    meant = request.form.get("as", "")
    return meant if meant in names.PASTED_AS else ""


def _chosen() -> Iterable[int]:
    """Those who are ticked, and the answers to questions, by their ids."""
    chosen = [text for name, text in request.form.items(multi=True) if name == "who" or name.startswith("line-")]
    return [int(text) for text in chosen if text.isascii() and text.isdecimal() and len(text) <= LONGEST_ID]


def _wrong(text: str, meant: str) -> dict[str, tuple[str, ...]]:
    many = len(lines_of(text))
    wrong: dict[str, tuple[str, ...]] = {} if meant else {"as": (NO_MEANING,)}
    if many > MOST_LINES:
        wrong["pasted"] = (TOO_MANY.format(many=many, most=MOST_LINES),)
    elif not many:
        wrong["pasted"] = (NOTHING_PASTED,)
    return wrong
