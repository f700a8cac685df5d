"""`make chaos`: CALLS calls (10000 by default) in the midst of trouble; its last line is what came of them."""

import json
import os
import random
import sys

from benchmarks.chaos.run import chaos

CALLS = 10_000


def main() -> int:
    """Run it by SEED, or by one of its own, which it prints."""
    seed = int(os.environ.get("SEED") or random.randrange(10**6))  # nosec B311 # so that others can run the same
    calls = int(os.environ.get("CALLS") or CALLS)
    sys.stdout.write(f"CALLS={calls} SEED={seed} make chaos\n")
    told = chaos(calls, seed, tell=lambda line: sys.stdout.write(f"{line}\n"))
    sys.stdout.write(f"{json.dumps(told.told)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
