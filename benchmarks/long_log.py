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
from benchmarks.clicks import Crowd
from benchmarks.signed_in import SignedIn
from benchmarks.world import World
from models import Call, Feedback
from tests.world.addresses import a_day, a_room

Work = Callable[[], object]
HOLYOKE = "25130"
FORGETS = "forget"
# Two thousand notes are opened for it, and the short log has half as many.
LOOKS_FOR_WORDS = {"log_of_words", "notes_with_a_word"}


def pages(world: World, organizer: SignedIn) -> Mapping[str, Work]:
    """The organizers' pages that tell of calls; the newest is under way, since only such a one can be ended."""
    ((_, click),) = Crowd(world).click(1)
    send(world.app, click)
    return {name: partial(_look, world, organizer, path) for name, path in paths(world).items()}


def paths(world: World) -> Mapping[str, str]:
    """Where these pages are: whatever reads of what grows with the calls."""
    over, newest, middle = _calls(world)
    return {
        **_of_the_log(world, middle),
        **_of_a_call(f"/organizers/calls/{over}"),
        **_of_a_call_under_way(f"/organizers/calls/{newest}"),
        **_of_notes(world),
        **_of_the_dashboard(f"/organizers/campaigns/{world.campaign}/dashboard"),
        **_of_a_campaign(world),
        "lines": "/organizers/lines",
        "offices": "/organizers/offices",
        "one_office": f"/organizers/offices/{HOLYOKE}",
        "never_rung": "/organizers/never-rung",
        "blocked": "/organizers/blocked",
        "legal_holds": "/organizers/legal-holds",
        "safety": "/organizers/safety",
        "audit": "/organizers/audit",
    }


def _of_the_log(world: World, middle: Cursor) -> Mapping[str, str]:
    log = "/organizers/calls"
    return {
        "log": log,
        "middle_of_the_log": f"{log}?before={write_cursor(world.own.tokens, middle)}",
        "log_from_its_end": f"{log}?sort=oldest",
        "log_by_length": f"{log}?sort=longest",
        "log_of_a_campaign_by_length": f"{log}?sort=longest&campaign={world.campaign}&outcome=line-busy",
        "log_of_a_town_by_length": f"{log}?sort=longest&town=Monson",
        "log_by_representative": f"{log}?sort=office",
        "log_of_a_town_by_representative": f"{log}?sort=office&town=Monson&outcome=line-busy",
        "log_of_a_campaign": f"{log}?campaign={world.campaign}",
        "log_of_a_day": f"{log}?day={middle.created_at.date()}",
        "log_of_an_hour": f"{log}?hour=3&town=Monson",
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
        "log_as_a_file": f"{log}/file",
    }


def _of_a_call(call: str) -> Mapping[str, str]:
    return {
        "one_call": call,
        "correct_an_outcome": f"{call}/offices/0/outcome",
    }


def _of_a_call_under_way(call: str) -> Mapping[str, str]:
    return {"end_a_call": f"{call}/end", "number_of_a_call": f"{call}/number"}


def _of_notes(world: World) -> Mapping[str, str]:
    notes, said = "/organizers/notes", f"/organizers/campaigns/{world.campaign}/said"
    with world.app.app_context():
        newest = db.session.scalar(select(func.max(Feedback.id)).where(Feedback.note_sealed.is_not(None)))
    return {
        "notes": notes,
        "notes_of_every_kind": f"{notes}?show=every",
        "notes_to_answer": f"{notes}?show=needs-answer",
        "notes_with_a_tag": f"{notes}?tag=hearing",
        "notes_with_a_word": f"{notes}?words=kind",
        "redact_a_note": f"{notes}/{newest}/redact",
        "said": said,
        "said_in_a_week": f"{said}?span=7",
    }


def _of_the_dashboard(one: str) -> Mapping[str, str]:
    every = "/organizers/dashboard"
    return {
        "dashboard": every,
        "dashboard_ever": f"{one}?span=all",
        "now": f"{every}/now",
        "now_of_a_campaign": f"{one}/now",
        "map": f"{every}/map?span=all",
        "map_of_a_campaign": f"{one}/map?span=all",
        "wall": f"{every}/wall",
        "wall_ever": f"{one}/wall?span=all",
        "wall_now": f"{every}/wall/now",
    }


def _of_a_campaign(world: World) -> Mapping[str, str]:
    one = f"/organizers/campaigns/{world.campaign}"
    with world.app.app_context():
        day, room = a_day(db.session, world.campaign), a_room(db.session, world.campaign)
    return {
        "campaigns": "/organizers/campaigns",
        "public_numbers": f"{one}/public-numbers",
        "days_of_action": f"{one}/action-days",
        "day_of_action": f"{one}/action-days/{day}",
        "phone_banks": f"{one}/phone-banks",
        "phone_bank": f"{one}/phone-banks/{room}",
        "money": f"{one}/money",
        "publish": f"{one}/publish",
        "heard_before_and_after": f"{one}/publish/call",
    }


def sweeps(world: World) -> Mapping[str, Work]:
    """The jobs that come round, as the worker runs them; those that only tend the job engine have no log to search.

    What forgets calls has work here for as long as it may take: of so long a log nearly all is overdue. Row `retention`
    measures it.
    """
    jobs = {one.task.name: one.task.func for one in make_worker(world.app).periodic_registry.periodic_tasks.values()}
    searching = {name: job for name, job in jobs.items() if not iscoroutinefunction(job) and name != FORGETS}
    return {name: partial(job, 0) for name, job in sorted(searching.items())}


def _look(world: World, organizer: SignedIn, path: str) -> None:
    send(world.app, organizer.asks(path))


def _calls(world: World) -> tuple[int, int, Cursor]:
    """The newest call that is over, the newest of all, and where the older half of the log begins."""
    newest_over = func.max(Call.id).filter(Call.ended_at.is_not(None))
    with world.app.app_context():
        told = select(newest_over, func.max(Call.id), func.count()).select_from(Call)
        over, newest, count = db.session.execute(told).one()
        halfway = select(Call.created_at, Call.id).order_by(Call.created_at.desc()).offset(count // 2).limit(1)
        moment, number = db.session.execute(halfway).one()
    return over, newest, Cursor(moment, number)
