"""Row `uploads`: machines ask whether the server is there while ten, and fifty, send a photograph at once."""

import io
import re
import time
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from http import HTTPStatus
from multiprocessing import get_context
from typing import NamedTuple

import requests
from PIL import Image

from benchmarks.figure import Figure, Figures
from benchmarks.served import PATIENCE, Served, served
from benchmarks.signed_in import SignedIn
from benchmarks.world import world
from tests.organizers.conftest import hidden_fields

AT_ONCE = (10, 50)
EVERY = 0.02  # seconds from one look to the next
ALONE = 100  # looks while nobody uploads
GIVES_UP = 30.0  # seconds
MOST_MS = 250.0
TAKEN = re.compile("done=(changed|same|faster)$")


class Came(NamedTuple):
    """What came of one upload, how often it was told to come again, and how long that took at most."""

    is_taken: bool
    is_lost: bool
    told: int
    slowest: float


def measure() -> Figures:
    """One after the other."""
    with world() as here, served(here.own.settings) as server:
        page = f"/organizers/campaigns/{here.campaign}/look"
        cookie = SignedIn(here).asks(page).environ["HTTP_COOKIE"]
        shown = requests.get(f"{server.url}{page}", headers={"Cookie": cookie}, timeout=PATIENCE)
        form = hidden_fields(shown.text, f"{page}/share_picture")
        who = {"Cookie": "; ".join([*(f"{name}={value}" for name, value in shown.cookies.items()), cookie])}
        found = {"alone_p99": Figure(_p99([_look(server) for _ in range(ALONE)]), None, "ms")}
        for many in AT_ONCE:
            found |= _figures(server, many, f"{server.url}{page}/share_picture", who, form)
    return found


def _figures(server: Served, many: int, url: str, who: dict[str, str], form: dict[str, str]) -> dict[str, Figure]:
    with ProcessPoolExecutor(1, get_context("spawn")) as others:  # else they would take from whoever looks
        others.submit(_photograph).result()
        came = others.submit(send_all, many, url, who, form)
        looked = list(_looks(server, came))
    each = came.result()
    return {
        f"{many}_p99": Figure(_p99(looked), MOST_MS, "ms"),
        f"{many}_worst": Figure(max(looked), None, "ms"),
        f"{many}_lost": Figure(sum(one.is_lost for one in each), 0, "uploads"),
        f"{many}_taken": Figure(sum(one.is_taken for one in each), None, "uploads"),
        f"{many}_told": Figure(sum(one.told for one in each), None, "times"),
        f"{many}_slowest": Figure(max(one.slowest for one in each), None, "s"),
    }


def send_all(many: int, url: str, who: dict[str, str], form: dict[str, str]) -> list[Came]:
    """So many send it at once, and whoever is told to come again does, for half a minute."""
    photograph = _photograph()
    with ThreadPoolExecutor(many) as each:
        return list(each.map(lambda _: _send(url, who, form, photograph), range(many)))


def _send(url: str, who: dict[str, str], form: dict[str, str], photograph: bytes) -> Came:
    told, slowest, until = 0, 0.0, time.monotonic() + GIVES_UP
    while time.monotonic() < until:
        began = time.monotonic()
        answer = requests.post(
            url,
            headers=who,
            data=form,
            files={"picture": ("a.jpg", photograph)},
            timeout=PATIENCE,
            allow_redirects=False,
        )
        slowest = max(slowest, time.monotonic() - began)
        if answer.status_code != HTTPStatus.SERVICE_UNAVAILABLE:
            is_taken = bool(TAKEN.search(answer.headers.get("Location", "")))
            return Came(is_taken, is_lost=not is_taken, told=told, slowest=slowest)
        told += 1
        time.sleep(float(answer.headers["Retry-After"]))
    return Came(is_taken=False, is_lost=False, told=told, slowest=slowest)


def _photograph() -> bytes:
    """Twelve million pixels, as a phone takes them."""
    out = io.BytesIO()
    Image.effect_noise((1000, 750), 60).convert("RGB").resize((4000, 3000)).save(out, "JPEG", quality=85)
    return out.getvalue()


def _looks(server: Served, until: "Future[list[Came]]") -> Iterator[float]:
    while not until.done():
        yield _look(server)
        time.sleep(EVERY)


def _look(server: Served) -> float:
    began = time.perf_counter()
    requests.get(f"{server.url}/healthz", timeout=PATIENCE).raise_for_status()
    return round((time.perf_counter() - began) * 1000, 1)


def _p99(looked: list[float]) -> float:
    return sorted(looked)[len(looked) * 99 // 100]
