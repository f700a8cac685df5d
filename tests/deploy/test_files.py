"""What a server is set up by fits the program: its settings, its commands, its figures."""

import json
import re
import shutil
import subprocess

import pytest
import yaml

from app.cli import COMMANDS
from app.config import Settings
from app.jobs.worker import AT_ONCE
from app.store.standing import ROOT

NOT_TRIED = "NOT TRIED: the proxy's file, for Caddy is not installed here (apt install caddy)"
VARIABLE = re.compile(r"\$\{(\w+)\}")  # what goes without has something in its place: ${NAME:-…}
FIXED = {"PHONE_PORT"}  # two files agree on it
FIGURE = re.compile(r"ringdown_(\w+)")
NAMED = re.compile(r'Figure[(,]\s*"(\w+)"')
FLASK = re.compile(r"flask (\w[\w-]*)")
IN_THE_FILES = ("compose.yaml", "Dockerfile", "ringdown", "ringdown-web.service", "ringdown-worker.service")


def new_env(*domain):
    """What the script says."""
    script = ["sh", ROOT / "deploy" / "new-env.sh", *domain]
    return subprocess.run(script, capture_output=True, text=True, check=False)  # noqa: S603 - our own


@pytest.fixture(scope="module")
def env():
    """What it prints for a new server."""
    lines = [line for line in new_env("call.example.org").stdout.splitlines() if not line.startswith("#")]
    return dict(line.split("=", 1) for line in lines)


@pytest.fixture(scope="module")
def compose(deploy):
    return yaml.safe_load((deploy / "compose.yaml").read_text())


def figures():
    """The names of all that /metrics tells."""
    sources = [ROOT / "app" / "health.py", *(ROOT / "app" / "statistics" / "watched").glob("*.py")]
    return {name for source in sources for name in NAMED.findall(source.read_text())}


def known(name):
    return name in figures() or re.sub("_(bucket|sum|count)$", "", name) in figures()


def test_the_settings_of_a_new_server_are_taken_and_are_its_own(env):
    told = {name.lower(): value for name, value in env.items() if name.lower() in Settings.model_fields}
    settings = Settings(_env_file=None, **told)
    assert settings.is_https
    assert {"secret_key", "phone_encryption_keys", "phone_hash_key", "password_salt"} <= settings.model_fields_set
    again = new_env("x.org")
    assert env["SECRET_KEY"] not in again.stdout


def test_without_a_name_the_script_says_how_to_call_it():
    failed = new_env()
    assert failed.returncode
    assert "call.example.org" in failed.stderr


def test_whatever_the_files_want_to_know_the_script_tells(env, deploy):
    wanted = VARIABLE.findall((deploy / "compose.yaml").read_text())
    assert set(wanted) <= set(env)


def test_of_the_services_only_the_proxy_is_open_to_the_world(compose):
    assert [name for name, service in compose["services"].items() if "ports" in service] == ["proxy"]


def test_keys_have_a_volume_that_the_database_and_its_copies_have_not(compose):
    mounts = {name: service.get("volumes", []) for name, service in compose["services"].items()}
    assert [it for it in mounts["database"] if it.startswith(("keys", "backups"))] == []
    assert {"keys:/keys", "backups:/backups"} <= set(mounts["web"])
    assert mounts["web"] == mounts["worker"]


def test_settings_in_the_compose_file_are_settings(compose):
    for service in ("web", "worker", "prepare"):
        assert {name.lower() for name in compose["services"][service]["environment"]} <= set(Settings.model_fields)


@pytest.mark.parametrize("service", ["web", "worker", "prepare"])
def test_what_the_compose_file_sets_somebody_may_set_otherwise(compose, service):
    told = compose["services"][service]["environment"]
    assert [name for name in set(told) - FIXED if not told[name].startswith(f"${{{name}:-")] == []


def test_a_database_elsewhere_is_within_reach(compose):
    wants_it = {name: it for name, it in compose["services"].items() if "DATABASE_URL" in it.get("environment", {})}
    assert {"prepare", "web", "worker"} == set(wants_it)
    assert all("outside" in it["networks"] for it in wants_it.values())


def test_the_image_runs_as_nobody_in_particular_without_the_embedded_database(deploy):
    text = (deploy / "Dockerfile").read_text()
    assert text.index("\nUSER ringdown") < text.index("\nHEALTHCHECK") < text.index("\nCMD")
    assert "requirements.lock" in text
    assert "pixeltable" not in (ROOT / "requirements.lock").read_text()


@pytest.fixture
def ringdown(deploy, tmp_path):
    """Run the command of a server, where systemd sets the settings of that server; what it was given to run."""
    systemd = tmp_path / "systemd-run"
    systemd.write_text('#!/bin/sh\nwhile [ "$1" != /usr/bin/env ]; do shift; done\nshift\nprintf "%s\\n" "$@"\n')
    systemd.chmod(0o755)
    path = {"PATH": f"{tmp_path}:/usr/bin:/bin"}

    def ringdown(*command, **settings):
        done = subprocess.run([deploy / "ringdown", *command], env=path | settings, capture_output=True, check=True)  # noqa: S603
        return done.stdout.decode().splitlines()

    return ringdown


FLASK_THERE = "/opt/ringdown/.venv/bin/flask"


def test_the_command_of_a_server_names_the_database_that_it_was_told(ringdown):
    """What stands in its file of settings would be stronger than what systemd is told beside that."""
    tried = "postgresql:///tried?host=/var/run/postgresql"
    told = ringdown("restore", "/backups/a night.dump", DATABASE_URL=tried)
    assert told == [f"DATABASE_URL={tried}", FLASK_THERE, "restore", "/backups/a night.dump"]
    assert ringdown("doctor") == [FLASK_THERE, "doctor"]


@pytest.mark.parametrize("name", [*(f"deploy/{name}" for name in IN_THE_FILES), "Procfile", "docs/operating.md"])
def test_commands_in_the_files_are_commands(name):
    commands = set(FLASK.findall((ROOT / name).read_text()))
    assert commands <= set(COMMANDS)


def test_there_are_five_alerts_on_figures_that_are_told(deploy):
    (group,) = yaml.safe_load((deploy / "alerts.yml").read_text())["groups"]
    assert len(group["rules"]) == 5
    for rule in group["rules"]:
        assert {"alert", "expr", "for", "labels"} <= set(rule)
        assert all(rule["annotations"][part].endswith(".") for part in ("summary", "description")), rule["alert"]
        assert [name for name in FIGURE.findall(rule["expr"]) if not known(name)] == [], rule["alert"]


def test_the_dashboard_shows_figures_that_are_told_and_all_of_them(deploy):
    board = json.loads((deploy / "dashboard.json").read_text())
    shown = {name for panel in board["panels"] for it in panel["targets"] for name in FIGURE.findall(it["expr"])}
    assert [name for name in shown if not known(name)] == []
    assert len({panel["id"] for panel in board["panels"]}) == len(board["panels"]) == 10


def test_every_figure_is_explained_to_whoever_watches():
    page = (ROOT / "docs" / "operating.md").read_text()
    assert [name for name in sorted(figures()) if f"`{name}" not in page] == []


def test_the_page_counts_the_connections_that_a_process_may_hold(app):
    pool = app.config["SQLALCHEMY_ENGINES"]["default"]
    web, past_the_pooler = pool["pool_size"] + pool["max_overflow"], AT_ONCE + 2 + 1  # of jobs, and one that listens
    page = (ROOT / "docs" / "operating.md").read_text()
    assert f"up to {web} a web process, up to {past_the_pooler + AT_ONCE} a worker" in page
    assert f"{past_the_pooler} of a worker's" in page


def test_the_proxys_file_is_one(deploy):
    caddy = shutil.which("caddy") or pytest.skip(NOT_TRIED)
    how = [caddy, "validate", "--adapter", "caddyfile", "--config", deploy / "Caddyfile"]
    done = subprocess.run(how, env={"DOMAIN": "call.example.org", "HOME": "/tmp"}, capture_output=True, check=False)  # noqa: S603, S108
    assert done.returncode == 0, done.stderr.decode()
