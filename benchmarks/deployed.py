"""The app as it is deployed: a web server and a worker, each a process of its own, for as long as a context lasts."""

import os
import subprocess  # nosec B404 # runs this very program
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil
import requests

from app.config import Settings

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 60.0  # seconds
MB = 1e6


@contextmanager
def deployed(settings: Settings) -> Iterator[psutil.Process]:
    """Both, by these settings; the web server's process once it answers."""
    with ExitStack() as stack:
        web = stack.enter_context(running("serve", environment(settings)))
        stack.enter_context(running("worker", environment(settings)))
        wait_for(f"{settings.public_base_url}/readyz")
        yield psutil.Process(web.pid)


def memory(process: psutil.Process) -> float:
    """What a process takes up of its own, and its share of what others use too: MB."""
    return float(process.memory_full_info().pss) / MB


@contextmanager
def running(command: str, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """One of our commands as a process, for as long as the context lasts."""
    program = [sys.executable, "-m", "flask", command]
    process = subprocess.Popen(program, cwd=ROOT, env=environment)  # nosec B603 # our own command
    with process:
        try:
            yield process
        finally:
            process.terminate()


def environment(settings: Settings) -> dict[str, str]:
    """The settings as a deployment gives them, but for what this computer keeps under `instance/`."""
    told = settings.model_dump(include=settings.model_fields_set)
    shown = {name: getattr(value, "get_secret_value", lambda value=value: value)() for name, value in told.items()}
    return {**os.environ, **{name.upper(): str(value) for name, value in shown.items()}}


def wait_for(url: str) -> None:
    """Wait until somebody answers there.

    Raises:
        TimeoutError: nobody does.
    """
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            if requests.get(url, timeout=PATIENCE).ok:
                return
        except requests.ConnectionError:
            time.sleep(0.1)
    raise TimeoutError(url)
