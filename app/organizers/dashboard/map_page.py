"""The map: every town or House district by whether its office heard from anybody, and a table that says the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import render_template, request

from app.campaigns.in_force import CampaignWords
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.dashboard.page import words_of
from app.organizers.dashboard.spans import TITLES, Asked, asked
from app.organizers.dashboard.whom import Whom, whom_of
from app.representatives import Area, directory, state_map
from app.statistics.reading import by_town
from app.statistics.told import Counts
from app.store.db import db
from models import CountedBy, Step, TeamRole

STATES: Mapping[str, str] = {"reached": "Reached", "tried": "Tried", "none": "Nobody yet"}
BOSTON = (1230, 260, 250, 200)  # x, y, width and height on the map: where districts are small


@dataclass(frozen=True)
class Shown:
    """An area as it stands: its name, whom it has, what of the calls, and where on the map it is."""

    area: Area
    name: str
    who: str
    state: str
    calls: int
    reached: int

    @property
    def in_words(self) -> str:
        """All of it in one line."""
        whose = f" ({self.who})" if self.who else ""
        calls = f", {self.calls} {'call' if self.calls == 1 else 'calls'}" if self.calls else ""
        return f"{self.name}{whose}: {STATES[self.state].lower()}{calls}"


@organizers.get("/dashboard/map")
@organizers.get("/campaigns/<int:campaign_id>/dashboard/map")
@least(TeamRole.VIEWER)
def state_in_colors(campaign_id: int | None = None) -> str:
    """The map and its table."""
    wanted, words = asked(campaign_id), words_of(campaign_id)
    kind = "town" if request.args.get("by") == "town" else "house"
    shown = _towns(wanted) if kind == "town" else _districts(wanted, words)
    return render_template(
        "organizers/dashboard/map.html",
        asked=wanted,
        campaign=words,
        titles=TITLES,
        kind=kind,
        map=state_map(),
        near=BOSTON,
        areas=shown,
        in_table=sorted(shown, key=lambda it: (-it.calls, it.name)),
        in_boston=[it for it in shown if _is_near(it.area)],
        states={state: (title, sum(it.state == state for it in shown)) for state, title in STATES.items()},
    )


def _towns(wanted: Asked) -> Sequence[Shown]:
    """By where supporters live; of a day that is sealed a town has its number alone."""
    found = {it.town: it.counts for it in by_town(db.session, wanted.span)}
    return [_town(area, found.get(area.name, Counts())) for area in state_map().areas["town"]]


def _town(area: Area, counts: Counts) -> Shown:
    reached = counts.calls(CountedBy.STEP, Step.REACHED)
    state = "reached" if reached else "tried" if counts.all.calls else "none"
    return Shown(area, area.name, "", state, counts.all.calls, reached)


def _districts(wanted: Asked, words: CampaignWords | None) -> Sequence[Shown]:
    seats = directory(db.session)
    found = {it.key: it for it in whom_of(db.session, wanted.span, seats, words)}
    areas = state_map().areas["house"]
    return [
        _district(area, found.get(area.name) or Whom(seats.seats[area.name], Counts(), area.name)) for area in areas
    ]


def _district(area: Area, whom: Whom) -> Shown:
    return Shown(area, whom.seat.district, whom.name, whom.state, whom.counts.all.calls, whom.heard + whom.otherwise)


def _is_near(area: Area) -> bool:
    x, y, width, height = BOSTON
    return x <= area.x <= x + width and y <= area.y <= y + height
