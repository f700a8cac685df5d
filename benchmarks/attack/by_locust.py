"""`make attack-locust`: the product with its phones here, and locust beside it, which attacks it.

So many USERS (40) come, RATE of them (10) a second, and stay for TIME (60s). The last line is what came of it.
"""

import json
import os
import random
import subprocess  # nosec B404 # locust, in an environment of its own
import sys

from app.one_process import Arrangement, running
from benchmarks.attack.run import account_of, rung
from benchmarks.world import empty_database, fill, settings
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER

LOCUST = ".locust/bin/locust"
PROFILE = "benchmarks/attack/locustfile.py"


def main() -> int:
    """Run it; 1 if anything broke."""
    seed = os.environ.get("SEED") or str(random.randrange(10**6))  # nosec B311 # so that others can run the same
    users, rate, time = (
        os.environ.get(name) or usual for name, usual in (("USERS", "40"), ("RATE", "10"), ("TIME", "60s"))
    )
    sys.stdout.write(f"USERS={users} RATE={rate} TIME={time} SEED={seed} make attack-locust\n")
    with empty_database() as url:
        fill(url)
        with running(settings(url), Arrangement(numbers=(CAMPAIGN_NUMBER,))) as everything:
            account = account_of(everything)
            known = {"SEED": seed, "ATTACK_ACCOUNT": account.sid, "ATTACK_TOKEN": account.token}
            how = ("--headless", "--only-summary", "-u", users, "-r", rate, "-t", time, "--host", everything.web_url)
            done = subprocess.run((LOCUST, "-f", PROFILE, *how), env=os.environ | known, check=False)  # nosec B603
            told = {"broken": done.returncode != 0, "strangers rung": rung(everything.app)}
    sys.stdout.write(f"{json.dumps(told)}\n")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
