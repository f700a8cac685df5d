"""What is asked of a long log: the pages of organizers, and what the worker does every minute and every hour."""

from collections.abc import Callable, Mapping
from functools import partial
from inspect import iscoroutinefunction

from sqlalchemy import func, select

from app.calls.shown.log.filter import Cursor
from app.jobs.worker import make_worker
from app.organizers.log.cursors import write_cursor
from app.store.db import db
from benchmarks.asking import send
from benchmarks.signed_in import SignedIn
from benchmarks.world import World
from models import Call

Work = Callable[[], object]
HOLYOKE = "25130"


def pages(world: World, organizer: SignedIn) -> Mapping[str, Work]:
    """The organizers' pages that tell of calls."""
    newest, middle = _calls(world)
    log = "/organizers/calls"
    paths = {
        "log": log,
        "middle_of_the_log": f"{log}?before={write_cursor(world.own.tokens, middle)}",
        "log_of_a_campaign": f"{log}?campaign={world.campaign}",
        "log_of_a_day": f"{log}?day={middle.created_at.date()}",
        "log_of_an_outcome": f"{log}?outcome=said-contact",
        "log_of_a_rare_outcome": f"{log}?outcome=said-skip",
        "log_of_a_town": f"{log}?town=Monson",
        "log_of_an_office": f"{log}?office={HOLYOKE}",
        "log_of_a_disagreement": f"{log}?outcome=line-busy&also=said-contact",
        "log_of_a_word": f"{log}?outcome=came-talked&language=en",
        "log_of_rehearsals_too": f"{log}?town=Monson&rehearsals=1",
        "log_of_nothing": f"{log}?town=Nowhere&stance=yes",
        "log_of_notes": f"{log}?noted=1",
        "log_of_words": f"{log}?words=kind",
        "correct_an_outcome": f"{log}/{newest}/offices/0/outcome",
        "dashboard": "/organizers/dashboard",
        "dashboard_ever": f"/organizers/campaigns/{world.campaign}/dashboard?span=all",
        "now": "/organizers/dashboard/now",
        "map": "/organizers/dashboard/map?span=all",
        "wall": "/organizers/dashboard/wall",
        "one_call": f"{log}/{newest}",
        "lines": "/organizers/lines",
        "offices": "/organizers/offices",
        "one_office": f"/organizers/offices/{HOLYOKE}",
        "campaigns": "/organizers/campaigns",
    }
    return {name: partial(_look, world, organizer, path) for name, path in paths.items()}


def sweeps(world: World) -> Mapping[str, Work]:
    """The jobs that come round, as the worker runs them; those that only tend the job engine have no log to search."""
    jobs = {one.task.name: one.task.func for one in make_worker(world.app).periodic_registry.periodic_tasks.values()}
    return {name: partial(job, 0) for name, job in sorted(jobs.items()) if not iscoroutinefunction(job)}


def _look(world: World, organizer: SignedIn, path: str) -> None:
    send(world.app, organizer.asks(path))


def _calls(world: World) -> tuple[int, Cursor]:
    """The newest call, and where the older half of the log begins."""
    with world.app.app_context():
        newest, count = db.session.execute(select(func.max(Call.id), func.count()).select_from(Call)).one()
        halfway = select(Call.created_at, Call.id).order_by(Call.created_at.desc()).offset(count // 2).limit(1)
        moment, number = db.session.execute(halfway).one()
    return newest, Cursor(moment, number)
