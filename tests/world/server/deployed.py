"""A server as docs/operating.md sets it up: processes of their own behind a proxy with TLS."""

import os
import socket
import subprocess
from contextlib import contextmanager

import psycopg
import requests
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from app.store.copies.programs import program, server_version
from app.store.standing import ROOT
from app.telephony.local_network import local_credentials
from tests.conftest import SECRETS
from tests.world.campaign.campaigns import safe_communities
from tests.world.patience import PATIENCE, eventually
from tests.world.people.supporter import KEYS

LOG = "SELECT id, status, line_outcome, reported_outcome, talk_seconds, phone_encrypted FROM call ORDER BY id"


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def new_settings(domain):
    """What the script for a new server prints: its keys are made by chance."""
    script = ["sh", ROOT / "deploy" / "new-env.sh", domain]
    printed = subprocess.run(script, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own
    return dict(line.split("=", 1) for line in printed.splitlines() if not line.startswith("#"))


def rung(network):
    """How often the carrier was asked to ring somebody."""
    return sum(it.method == "POST" and it.path.endswith("/Calls.json") for it in network.rest_calls())


class Server:
    """One server: its settings, its processes, its proxy."""

    def __init__(self, python, caddy, folder, database, network):
        self.python, self.caddy, self.folder, self.database, self.program = python, caddy, folder, database, ROOT
        self.web, self.phone, self.https = free_port(), free_port(), free_port()
        self.url = f"https://localhost:{self.https}"
        account, token = local_credentials(SECRETS["secret_key"])
        self.settings = {
            **new_settings("localhost"),
            "DATABASE_URL": database,
            "KEYS_PATH": str(folder / "keys"),
            "INSTANCE_PATH": str(folder / "instance"),
            "PORT": str(self.web),
            "PHONE_PORT": str(self.phone),
            "TRUSTED_PROXIES": "1",
            "PUBLIC_BASE_URL": self.url,
            "TWILIO_API_BASE_URL": network.url,
            "TWILIO_ACCOUNT_SID": account,
            "TWILIO_AUTH_TOKEN": token,
            "FICTIONAL_NUMBERS": "true",
            "ALWAYS_OPEN": "true",
            "FORM_SECONDS": "0",
            "VISITOR_NUMBERS_PER_HOUR": "100",
            "VISITOR_NUMBERS_PER_DAY": "100",
            "PATH": f"{program('pg_dump', server_version(database)).parent}:{os.environ['PATH']}",
            "CALLS_PER_SECOND": "100",
        }

    def flask(self, *command, **settings):
        """Run a command to its end; returns what it printed."""
        how = {"cwd": self.program, "env": self._environment(settings), "capture_output": True, "text": True}
        done = subprocess.run([self.python, "-m", "flask", *command], check=False, **how)  # noqa: S603 - our own
        assert done.returncode == 0, done.stderr
        return done.stdout

    @contextmanager
    def running(self, *command, **settings):
        """A process of ours for as long as it lasts."""
        program = [self.python, "-m", "flask", *command]
        with subprocess.Popen(program, cwd=self.program, env=self._environment(settings)) as process:  # noqa: S603 - our own
            try:
                yield process
            finally:
                process.terminate()

    @contextmanager
    def proxy(self):
        """Caddy by the file that is shipped, with a certificate of its own making."""
        own = {"XDG_DATA_HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder), "HOME": str(self.folder)}
        where = {"WEB": f"127.0.0.1:{self.web}", "PHONE": f"127.0.0.1:{self.phone}", "DOMAIN": "localhost"}
        ports = {"HTTPS_PORT": str(self.https), "HTTP_PORT": str(free_port())}
        program = [self.caddy, "run", "--adapter", "caddyfile", "--config", ROOT / "deploy" / "Caddyfile"]
        with subprocess.Popen(program, env=own | where | ports, stderr=subprocess.DEVNULL) as process:  # noqa: S603
            try:
                yield process
            finally:
                process.terminate()

    @property
    def authority(self):
        """The certificate by which the proxy's own is trusted."""
        return self.folder / "caddy" / "pki" / "authorities" / "local" / "root.crt"

    def answers(self, path):
        """What stands there; nothing while nobody answers."""
        try:
            return requests.get(f"{self.url}{path}", verify=str(self.authority), timeout=PATIENCE).text
        except OSError:
            return ""

    def somebody_asks_to_be_called(self, number):
        """By the page, through the proxy."""
        page = f"{self.url}/c/safe-communities"
        with requests.Session() as browser:
            how = {"verify": str(self.authority), "timeout": PATIENCE}
            form = dict(KEYS.findall(browser.get(page, **how).text))
            form |= {"phone": number, "town": "Holyoke", "consent": "en"}
            assert "/call/" in browser.post(f"{page}/call", data=form, **how).url

    def places_a_call(self, network, number):
        """From the click to a talk that is over."""
        network.phone(number).answers(after=4).then_presses("1", "1", "1")
        before = self.talks()
        self.somebody_asks_to_be_called(number)
        assert eventually(lambda: self.talks() == before + 1), self.states()

    def log(self, database=""):
        """Every call."""
        with psycopg.connect(database or self.database) as connection:
            return connection.execute(LOG).fetchall()

    def failed_jobs(self):
        """The tasks of those that were begun in vain."""
        with psycopg.connect(self.database) as connection:
            failed = "SELECT task_name FROM procrastinate_jobs WHERE status = 'failed'"
            return [task for (task,) in connection.execute(failed)]

    def states(self):
        """How each call is, without its number."""
        return [row[:5] for row in self.log()]

    def talks(self):
        """How many calls are over, of which somebody talked."""
        return sum(row[1] == "completed" and bool(row[4]) for row in self.log())

    def _environment(self, settings):
        bare = {name: value for name, value in os.environ.items() if name in {"LANG", "TMPDIR"}}
        return bare | self.settings | settings


def fill(server):
    """Bring its database up to date by its own program, with every office and a campaign."""
    server.flask("db", "upgrade")
    server.flask("seed")
    engine = create_engine(server.database)
    with Session(engine) as session:
        session.execute(text("DELETE FROM campaign WHERE slug = 'safe-communities'"))
        session.add(safe_communities())
        session.commit()
    engine.dispose()
