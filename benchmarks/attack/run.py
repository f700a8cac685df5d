"""A whole attack: the product with its phones, and a crowd of attackers on a handful of addresses."""

from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from flask import Flask
from sqlalchemy import func, select

from app.config import Settings
from app.extensions import Given
from app.one_process import Arrangement, Running, running
from app.store.db import db
from benchmarks.attack.attacker import Account, Attacker
from benchmarks.attack.broken import is_broken
from models import Call, CallSource
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER


@dataclass(frozen=True)
class Came:
    """What was answered, by what was tried and the status; `rung` are the different strangers' numbers that rang."""

    answers: Mapping[tuple[str, int], int]
    rung: int

    @property
    def broken(self) -> int:
        """Answers that say that something of ours is broken; whoever is told to come back later is not among them."""
        return sum(many for (_, status), many in self.answers.items() if is_broken(status))

    @property
    def told(self) -> dict[str, dict[int, int]]:
        """By what was tried."""
        ways = sorted({way for way, _ in self.answers})
        return {
            way: {status: many for (one, status), many in sorted(self.answers.items()) if one == way} for way in ways
        }


def attack(settings: Settings, attackers: int, each: int, *, seed: int = 0) -> Came:
    """Let them come all at once."""
    with running(settings, Arrangement(numbers=(CAMPAIGN_NUMBER,))) as everything:
        account = account_of(everything)
        crowd = [Attacker(everything.web_url, account, seed + nth) for nth in range(attackers)]
        with ThreadPoolExecutor(attackers) as pool:
            for done in [pool.submit(one.attacks, each) for one in crowd]:
                done.result()
        return Came(sum((one.came for one in crowd), Counter[tuple[str, int]]()), rung(everything.app))


def account_of(everything: Running) -> Account:
    """The one that the phone network plays."""
    own: Given = everything.app.extensions["ringdown"]
    return Account(own.settings.twilio_account_sid, own.settings.auth_tokens[0])


def rung(app: Flask) -> int:
    """How many different strangers' numbers were asked for."""
    with app.app_context():
        numbers = select(func.count(Call.phone_hash.distinct())).where(Call.source == CallSource.WEB)
        return db.session.scalar(numbers) or 0
