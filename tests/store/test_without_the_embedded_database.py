"""A production server need not carry the embedded database: its commands run, or name the missing setting."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.store.db import EMBEDDED
from app.store.db import database_url as database_of

ROOT = Path(__file__).resolve().parents[2]
NOT_INSTALLED = f"import sys; sys.modules |= dict.fromkeys({sorted(EMBEDDED)!r}); from flask.cli import main; main()"


def test_commands_run_on_the_database_of_the_settings(database_url, tmp_path):
    where = {"DATABASE_URL": database_url, "INSTANCE_PATH": str(tmp_path), "PYTHONPATH": str(ROOT)}
    program = [sys.executable, "-c", NOT_INSTALLED, "--app", "wsgi", "db", "upgrade"]
    done = subprocess.run(  # noqa: S603 - our own command
        program, env={"PATH": os.environ["PATH"], **where}, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "The database is up to date.\n"), done.stderr


@pytest.mark.parametrize("missing", sorted(EMBEDDED))
def test_without_it_the_missing_setting_is_named(monkeypatch, settings, missing):
    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.delitem(sys.modules, "app.store.embedded_postgres")
    with pytest.raises(SystemExit, match=r"✗ DATABASE_URL: is not set.*\(postgresql://…\), or run: pip install"):
        database_of(settings.model_copy(update={"database_url": ""}))
