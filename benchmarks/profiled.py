"""`python -m benchmarks.profiled`: where a report that is kept spends its time, the twenty dearest functions."""

from cProfile import Profile
from pstats import SortKey, Stats

from benchmarks.asking import send
from benchmarks.clicks import Crowd
from benchmarks.lives import Lives
from benchmarks.world import World, world

CALLS = 25
DEAREST = 20


def main() -> None:
    """Profile every report of some calls; those of others came before, so that nothing is done for the first time."""
    profile = Profile()
    with world() as here:
        crowd = Crowd(here)
        _reports(here, crowd, Profile())
        _reports(here, crowd, profile)
    stats = Stats(profile).strip_dirs()
    stats.sort_stats(SortKey.TIME).print_stats(DEAREST)
    stats.sort_stats(SortKey.CUMULATIVE).print_stats(DEAREST)


def _reports(here: World, crowd: Crowd, profile: Profile) -> None:
    lives = Lives.begun(here, crowd, CALLS)
    requests = [*lives.progress(), *lives.ends()]
    with profile:
        for request in requests:
            send(here.app, request)


if __name__ == "__main__":
    main()
