"""`make attack`: ATTACKERS clients (40), each of which tries EACH (50) times; its last line is what came of them."""

import json
import os
import random
import sys

from benchmarks.attack.run import attack
from benchmarks.world import empty_database, fill, settings


def main() -> int:
    """Run it by SEED, or by one of its own, which it prints; 1 if anything broke."""
    seed = int(os.environ.get("SEED") or random.randrange(10**6))  # nosec B311 # so that others can run the same
    attackers, each = int(os.environ.get("ATTACKERS") or 40), int(os.environ.get("EACH") or 50)
    sys.stdout.write(f"ATTACKERS={attackers} EACH={each} SEED={seed} make attack\n")
    with empty_database() as url:
        fill(url)
        came = attack(settings(url), attackers, each, seed=seed)
    told = {"broken": came.broken, "strangers rung": came.rung, "answers": came.told}
    sys.stdout.write(f"{json.dumps(told)}\n")
    return 1 if came.broken else 0


if __name__ == "__main__":
    sys.exit(main())
