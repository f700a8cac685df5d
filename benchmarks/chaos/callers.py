"""Who calls: some click, some dial the hotline, each from a phone of their own that does as it is drawn."""

import random
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import Enum

import requests
from sqlalchemy import select

from app.representatives import candidates, directory, resolve, town_names
from app.store.db import db
from app.telephony.local_network import PhoneNetwork
from benchmarks.asking import Prepared
from benchmarks.clicks import Crowd
from benchmarks.world import World
from models import LinePace, OfficeLine
from models.pace import MOST_AT_ONCE
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER

HOTLINE = 0.2  # the share of those who dial
A_SECOND = 6.0  # who begin
TRIES_FOR = 240.0  # seconds for which somebody presses the button again
CALL = "/call/"
PATIENCE = 30.0


class Does(Enum):
    """What a phone that is rung does, and in how many of a hundred cases."""

    CALLS = 76
    HANGS_UP = 9
    NOTHING = 8
    TALKS = 7


@dataclass
class Called:
    """What came of the callers: the page of each phone's call, and those who dialed."""

    pages: dict[str, str] = field(default_factory=dict)
    dialed: list[str] = field(default_factory=list)
    turned_away: int = 0


class Callers:
    """So many, by the seed."""

    def __init__(self, here: World, network: PhoneNetwork, seed: int, slowness: Callable[[], float]) -> None:
        self._here, self._network, self._slowness = here, network, slowness
        self._chance = random.Random(seed)  # nosec B311 # the same calls again
        self.called = Called()

    def call(self, how_many: int) -> Called:
        """Let them call, one after the other; returns when the last was answered."""
        forms = Crowd(self._here).click(how_many, self._towns())
        with ThreadPoolExecutor(64) as threads:
            for phone, form in forms:
                self._behaves(phone)
                threads.submit(self._dials if self._chance.random() < HOTLINE else self._clicks, phone, form)
                time.sleep(self._chance.expovariate(A_SECOND) * self._slowness())
        return self.called

    def _behaves(self, typed: str) -> None:
        phone = self._network.phone(typed)
        match self._chance.choices(list(Does), [does.value for does in Does])[0]:
            case Does.NOTHING:
                phone.does_not_answer()
            case Does.TALKS:
                phone.is_busy()
            case Does.HANGS_UP:
                phone.answers(after=2).hangs_up_after(self._chance.uniform(1, 40))
            case Does.CALLS:
                phone.answers(after=self._chance.uniform(1, 5)).then_interrupts_with("1").then_interrupts_with("1")
                phone.then_presses(self._chance.choice("123"))

    def _dials(self, phone: str, _: Prepared) -> None:
        behaves = self._network.phone(phone)
        self._network.plant.book.pop(phone, None)
        behaves.answers().then_interrupts_with("1").then_presses("01040", "1", "1", "1")
        self.called.dialed.append(behaves.dials(CAMPAIGN_NUMBER))

    def _clicks(self, phone: str, form: Prepared) -> None:
        """Press the button, and again where nothing answers or the page asks to."""
        environ, until = form.environ, time.monotonic() + TRIES_FOR
        body = environ["wsgi.input"].read()
        url = f"{self._here.own.settings.public_base_url}{environ['PATH_INFO']}"
        headers = {"Content-Type": environ["CONTENT_TYPE"], "X-Forwarded-For": environ["HTTP_X_FORWARDED_FOR"]}
        while time.monotonic() < until:
            try:
                answer = requests.post(url, data=body, headers=headers, allow_redirects=False, timeout=PATIENCE)
            except requests.RequestException:
                time.sleep(1)
                continue
            if CALL in (page := answer.headers.get("Location", "")):  # elsewhere it leads where nobody is rung
                self.called.pages[phone] = page
                return
            time.sleep(2)
        self.called.turned_away += 1

    def _towns(self) -> Sequence[str]:
        """Those of one office that can be called; no line keeps anybody waiting."""
        with self._here.app.app_context():
            seats = directory(db.session)
            lines = db.session.scalars(select(OfficeLine.e164).distinct()).all()
            known = set(db.session.scalars(select(LinePace.e164)))
            db.session.add_all(LinePace(e164=one, at_once=MOST_AT_ONCE) for one in lines if one not in known)
            db.session.commit()
        found = {town: candidates(resolve(town), seats) for town in town_names()}
        return [town for town, those in found.items() if len(those) == 1 and those[0].lines]
