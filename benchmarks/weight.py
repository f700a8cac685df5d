"""Row `weight`: what a campaign's page weighs as it is sent, and its CPU over that of a page that is a mere string."""

import time
from collections.abc import Callable
from functools import partial
from statistics import quantiles

from app.guard.route_classes import SUPPORTER
from app.guard.routes import classified
from benchmarks.asking import Prepared, get, send
from benchmarks.clicks import SLUG
from benchmarks.figure import TIMES, Figure, Figures
from benchmarks.world import World, world

KILOBYTES, OVER_A_STRING = 20.0, 4.0
BLOCK, BLOCKS = 20, 40
KB = 1000


def measure() -> Figures:
    """The page of a campaign, for a browser that takes it compressed, with its database in another process."""
    with world() as here:
        as_text = send(here.app, get(f"/c/{SLUG}", here.own.settings.public_base_url))
    with world() as here:
        _add_a_mere_string(here, as_text.decode())
        page, string = _asked(here, f"/c/{SLUG}"), _asked(here, "/string")
        sent = len(send(here.app, page))
        taken = [(_microseconds(here, page), _microseconds(here, string)) for _ in range(BLOCKS)]
    of_page, of_string = (quantiles(blocks, n=10)[0] for blocks in zip(*taken, strict=True))
    return {
        "html": Figure(sent / KB, KILOBYTES, "kB"),
        "render": Figure(round(of_page / of_string, 2), OVER_A_STRING, TIMES),
        "string": Figure(round(of_string, 1), None, "µs CPU"),
    }


def _add_a_mere_string(here: World, words: str) -> None:
    mere = classified("mere", __name__, SUPPORTER)
    mere.add_url_rule("/string", view_func=lambda: words)
    here.app.register_blueprint(mere)


def _asked(here: World, path: str) -> Prepared:
    return get(path, here.own.settings.public_base_url, Accept_Encoding="gzip, deflate, br")


def _microseconds(here: World, request: Prepared) -> float:
    ask: Callable[[], bytes] = partial(send, here.app, request)
    before = time.process_time_ns()
    for _ in range(BLOCK):
        ask()
    return (time.process_time_ns() - before) / BLOCK / 1000
