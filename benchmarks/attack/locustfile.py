"""The attack as a profile of locust: the same attackers, who come at a rate and stay; by hand against any server.

    ATTACK_ACCOUNT=… ATTACK_TOKEN=… .locust/bin/locust -f benchmarks/attack/locustfile.py --host https://staging.example.org

Locust is not among what developers have: its green threads change what Python's own modules do, in all of a process.
"""

import os
from itertools import count
from typing import Any

from locust import HttpUser, constant_pacing, events, task
from locust.clients import HttpSession, ResponseContextManager
from locust.env import Environment

from benchmarks.attack.attacker import Account, Attacker
from benchmarks.attack.broken import is_broken

SEED = int(os.environ.get("SEED") or 0)
ACCOUNT = Account(os.environ.get("ATTACK_ACCOUNT", ""), os.environ.get("ATTACK_TOKEN", ""))
NOT_ANSWERED = 0  # the status of a response that never came

_nth = count(SEED)


class Strict(HttpSession):
    """Whoever is refused was answered: a failure is what is broken, and nothing else."""

    def request(self, method: str, url: str, **how: Any) -> ResponseContextManager:  # type: ignore[override]
        """The answer; told to locust as good or broken."""
        with super().request(method, url, catch_response=True, **how) as answer:
            if answer.status_code == NOT_ANSWERED or is_broken(answer.status_code):
                answer.failure(f"{answer.status_code}")
            else:
                answer.success()
        return answer


class Hostile(HttpUser):
    """One attacker, who tries one thing a second, each of all in turn."""

    wait_time = constant_pacing(1)

    def on_start(self) -> None:
        """Come as somebody of one's own, whatever came before."""
        seed = next(_nth)
        self.browser = Strict(self.host, request_event=self.environment.events.request, user=self)
        attacker = Attacker(str(self.host), ACCOUNT, seed, self.browser)
        self.ways = list(attacker.ways().items())
        self.nth = seed

    @task
    def attack(self) -> None:
        """The next of all ways; locust counts its requests under the way's name, since addresses hold secrets."""
        name, way = self.ways[self.nth % len(self.ways)]
        self.nth += 1
        with self.browser.rename_request(name):
            way()


@events.quitting.add_listener
def _judge(environment: Environment, **_: Any) -> None:
    """Exit by what broke alone."""
    environment.process_exit_code = 1 if environment.stats.total.num_failures else 0
