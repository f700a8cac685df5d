"""Row `memory`: what a web worker holds that has answered pages in every language, clicks and webhooks."""

from benchmarks.asking import get
from benchmarks.clicks import SLUG, Crowd
from benchmarks.figure import Figure, Figures
from benchmarks.lives import Lives
from benchmarks.served import Served, served
from benchmarks.world import World, world

MEGABYTES = 95
CALLS = 50
MOST_ASKED = ("en", "es", "pt-BR", "ht", "zh-CN", "zh-TW")
UNIT = "MB PSS"


def measure() -> Figures:
    """Its share of the memory that it uses with others, and all of what it uses alone: when it is ready, and after."""
    with world() as here, served(here.own.settings) as server:
        ready = _megabytes(server)
        _work(here, server)
        return {"ready": Figure(ready, None, UNIT), "worker": Figure(_megabytes(server), MEGABYTES, UNIT)}


def _work(here: World, server: Served) -> None:
    base_url = here.own.settings.public_base_url
    for language in MOST_ASKED:
        server.send(get(f"/c/{SLUG}", base_url, Accept_Language=language))
    clicks = Crowd(here).click(CALLS)
    for _, form in clicks:
        server.send(form)
    lives = Lives(here, [phone for phone, _ in clicks])
    for request in (*lives.progress(), *lives.turns("answered"), *lives.forged(), *lives.ends()):
        server.send(request)


def _megabytes(server: Served) -> float:
    return round(server.process.memory_full_info().pss / 2**20, 1)
