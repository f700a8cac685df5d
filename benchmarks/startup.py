"""Row `startup`: the CPU until a web worker answers, and until a short command has done its work."""

import resource
import subprocess  # nosec B404 # our own commands
from collections.abc import Callable
from functools import partial

from app.config import Settings
from benchmarks.deployed import environment
from benchmarks.figure import Figure, Figures
from benchmarks.served import FLASK, served
from benchmarks.world import world

TRIES = 3
OF_A_WORKER, OF_A_COMMAND = 1.8, 0.6
COMMANDS = {
    "help": ["--help"],
    "explained": ["serve", "--help"],
    "find": ["representatives", "find", "Holyoke"],
}
UNIT = "s CPU"


def measure() -> Figures:
    """Seconds of each: the least of three, after one that leaves everything compiled."""
    with world() as here:
        settings = here.own.settings
        worker = _least(partial(_until_it_answers, settings))
        commands = {key: _least(partial(_spent_by, said, settings)) for key, said in COMMANDS.items()}
    figures = {key: Figure(spent, OF_A_COMMAND, UNIT) for key, spent in commands.items()}
    return {"worker": Figure(worker, OF_A_WORKER, UNIT), **figures}


def _least(spend: Callable[[], float]) -> float:
    spend()
    return round(min(spend() for _ in range(TRIES)), 2)


def _until_it_answers(settings: Settings) -> float:
    with served(settings) as server:
        spent = server.process.cpu_times()
    return spent.user + spent.system


def _spent_by(arguments: list[str], settings: Settings) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(  # nosec B603 # our own command
        [FLASK, *arguments], env=environment(settings), stdout=subprocess.DEVNULL, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
