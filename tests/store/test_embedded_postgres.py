"""The embedded server goes with the last program that uses it, also with one that is killed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.world.patience import eventually

ROOT = Path(__file__).resolve().parents[2]
USES_IT = "from app.store.embedded_postgres import embedded_url as url; print(url('one'), flush=True); input()"


@pytest.fixture
def program(tmp_path):
    """A program that uses a server of its own."""
    command, where = [sys.executable, "-c", USES_IT], os.environ | {"INSTANCE_PATH": str(tmp_path)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, env=where, text=True, **pipes) as program:  # noqa: S603 - our own
        assert program.stdout.readline().startswith("postgresql://")
        yield program
        program.kill()


def test_a_program_that_is_killed_leaves_no_server_running(program, tmp_path):
    running = tmp_path / "postgres" / "postmaster.pid"
    assert running.exists()
    program.kill()
    assert eventually(lambda: not running.exists())
