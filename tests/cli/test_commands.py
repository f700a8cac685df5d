"""`flask` lists its commands without importing them, and makes the app only for one that is run."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from app.cli import COMMANDS, TAKE_NOTHING

ROOT = Path(__file__).resolve().parents[2]
RUNS_AND_TELLS_WHAT_IT_IMPORTED = """
import atexit, sys
from flask.cli import main
atexit.register(lambda: print("imported:", *sys.modules))
main()
"""


@pytest.fixture
def flask(database_url, tmp_path):
    """Run `flask …` as a process of its own; returns what it says, and the modules that it imported."""

    def flask(*arguments):
        where = {"DATABASE_URL": database_url, "INSTANCE_PATH": str(tmp_path), "PATH": os.environ["PATH"]}
        program = [sys.executable, "-c", RUNS_AND_TELLS_WHAT_IT_IMPORTED, *arguments]
        done = subprocess.run(program, env=where, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
        assert done.returncode == 0, done.stderr
        said, _, imported = done.stdout.partition("imported: ")
        return said, set(imported.split())

    return flask


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_with_its_own_first_sentence(name):
    module, sentence = COMMANDS[name]
    assert import_module(module).command.get_short_help_str(limit=200) == sentence


def test_to_list_the_commands_none_is_imported_and_no_app_is_made(flask):
    said, imported = flask("--help")
    assert all(f"\n  {name} " in said for name in COMMANDS)
    assert not imported & {"app.config", "models", "pydantic", "sqlalchemy"}


@pytest.mark.parametrize("name", COMMANDS)
def test_what_takes_nothing_has_no_more_to_explain_than_its_sentence(name):
    module, sentence = COMMANDS[name]
    command = import_module(module).command
    is_plain = not (command.params or isinstance(command, click.Group)) and command.help == sentence
    assert is_plain == (name in TAKE_NOTHING)


def test_to_explain_a_command_that_takes_nothing_it_is_not_imported(flask):
    said, imported = flask("serve", "--help")
    assert COMMANDS["serve"][1] in " ".join(said.split())
    assert not imported & {"app.cli.serve", "app.config", "models", "sqlalchemy"}


def test_to_explain_another_one_no_app_is_made(flask):
    said, imported = flask("backup", "--help")
    assert "pg_dump" in said
    assert "app.cli.copies.backup" in imported
    assert "app.web" not in imported


def test_a_command_runs_in_the_app(flask):
    assert flask("db", "upgrade")[0] == "The database is up to date.\n"


def test_flasks_own_commands_are_about_the_app(flask):
    assert "/organizers/calls" in flask("routes")[0]
