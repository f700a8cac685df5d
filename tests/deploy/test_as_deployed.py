"""From docs/operating.md alone: processes of their own behind a proxy with TLS, from an empty database to a live call.

Then a backup is restored with the same log, and a worker on another computer takes over from one that is killed.
"""

import os
import re
import shutil
import socket
import subprocess
import venv
from contextlib import ExitStack, contextmanager
from functools import partial

import psycopg
import pytest
import requests
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from app.store.copies.programs import program, server_version
from app.store.standing import ROOT
from app.telephony.local_network import AcceleratedClock, PhoneNetwork, RealClock, local_credentials
from tests.conftest import SECRETS
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER, safe_communities
from tests.world.patience import PATIENCE, eventually
from tests.world.people.supporter import KEYS
from tests.world.server.old_program import unpack_old_program

NOT_TRIED = "NOT TRIED: a server behind a proxy with TLS, for Caddy is not installed here (apt install caddy)"
LOG = "SELECT id, status, line_outcome, reported_outcome, talk_seconds, phone_encrypted FROM call ORDER BY id"

pytestmark = [pytest.mark.long, pytest.mark.no_cover]


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


@pytest.fixture(scope="module")
def caddy():
    return shutil.which("caddy") or pytest.skip(NOT_TRIED)


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    """A Python with what production installs and nothing else."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, with_pip=True)
    pip = [folder / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    subprocess.run([*pip, "-r", ROOT / "requirements.lock"], check=True)  # noqa: S603 - our own lock
    return folder / "bin" / "python"


class Server:
    """One server: its settings, its processes, its proxy."""

    def __init__(self, python, caddy, folder, database, network):
        self.python, self.caddy, self.folder, self.database, self.program = python, caddy, folder, database, ROOT
        self.web, self.phone, self.https = free_port(), free_port(), free_port()
        self.url = f"https://localhost:{self.https}"
        account, token = local_credentials(SECRETS["secret_key"])
        self.settings = {
            **{name.upper(): value for name, value in SECRETS.items()},
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
            "FLASK_APP": "app.cli:for_terminal",
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

    def log(self, database=""):
        """Every call."""
        with psycopg.connect(database or self.database) as connection:
            return connection.execute(LOG).fetchall()

    def states(self):
        """How each call is, without its number."""
        return [row[:5] for row in self.log()]

    def talks(self):
        """How many calls are over, of which somebody talked."""
        return sum(row[1] == "completed" and bool(row[4]) for row in self.log())

    def _environment(self, settings):
        bare = {name: value for name, value in os.environ.items() if name in {"LANG", "TMPDIR"}}
        return bare | self.settings | settings


@pytest.fixture
def network(request):
    """The carrier, of which only its address is known."""
    clock = RealClock(speed=2) if hasattr(request, "param") else AcceleratedClock()
    account, token = local_credentials(SECRETS["secret_key"])
    numbers = (CAMPAIGN_NUMBER,)
    network = PhoneNetwork(account_sid=account, auth_token=token, numbers=numbers, clock=clock, patience=20, port=0)
    with network.running():
        network.everyone_else().answers(after=3).talks_for(30)
        yield network


@pytest.fixture
def bare_server(python, caddy, tmp_path, new_database, network, monkeypatch):
    """Its settings and its proxy; nothing was run yet."""
    server = Server(python, caddy, tmp_path, new_database("deployed"), network)
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(server.authority))  # what the carrier trusts
    return server


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


@pytest.fixture
def server(bare_server):
    """Set up by the book, and reached by its name alone."""
    server = bare_server
    fill(server)
    with server.proxy(), server.running("serve"):
        assert eventually(lambda: server.answers("/healthz") == "ok\n")
        yield server


def a_call_is_placed(server, network, number):
    network.phone(number).answers(after=4).then_presses("1", "1", "1")
    before = server.talks()
    server.somebody_asks_to_be_called(number)
    assert eventually(lambda: server.talks() == before + 1), server.states()


def test_a_call_is_placed_and_a_backup_of_it_restored(server, network, new_database, tmp_path):
    with server.running("worker"):
        assert eventually(lambda: server.answers("/readyz").startswith("ok"))
        a_call_is_placed(server, network, "+16175550123")
    assert requests.get(f"{server.url}/metrics", verify=str(server.authority), timeout=PATIENCE).status_code == 404
    server.flask("backup", str(tmp_path / "night.dump"))
    other = new_database("moved")
    told = server.flask("restore", str(tmp_path / "night.dump"), DATABASE_URL=other)
    assert "Nobody is rung yet" in told
    assert server.log(other) == server.log()
    doctor = subprocess.run(  # noqa: S603 - our own
        [server.python, "-m", "flask", "doctor"],
        cwd=ROOT,
        env=server._environment({"DATABASE_URL": other}),  # noqa: SLF001 - as the server itself is run
        capture_output=True,
        text=True,
        check=False,
    )
    assert re.search("restored from a backup of 20", doctor.stdout)


def test_a_worker_of_another_computer_takes_over(server, network, tmp_path):
    elsewhere = partial(server.running, "worker", INSTANCE_PATH=str(tmp_path / "another computer"))
    with ExitStack() as stack:
        first = stack.enter_context(server.running("worker"))
        assert eventually(lambda: server.answers("/readyz").startswith("ok"))
        a_call_is_placed(server, network, "+16175550123")
        stack.enter_context(elsewhere())
        first.kill()
        first.wait()
        for nth in range(3):
            a_call_is_placed(server, network, f"+1617555013{nth}")
    rung = [it for it in network.rest_calls() if it.method == "POST" and it.path.endswith("/Calls.json")]
    assert len(rung) == 4


@pytest.fixture
def old_server(bare_server, tmp_path):
    """One that runs the program of before the newest migration."""
    bare_server.program = tmp_path / "before"
    bare_server.phone, bare_server.settings["PHONE_PORT"] = bare_server.web, "0"  # it may know of one port alone
    unpack_old_program(bare_server.program)
    fill(bare_server)
    return bare_server


@pytest.mark.parametrize("network", ["in real time"], indirect=True)
def test_an_update_with_a_migration_while_people_talk_loses_no_call(old_server, network):
    server = old_server
    numbers = [f"+1617555014{nth}" for nth in range(3)]  # two talk, and one waits until the office has a line
    with server.proxy():
        with server.running("serve"), server.running("worker"):
            assert eventually(lambda: server.answers("/readyz").startswith("ok"))
            for number in numbers:
                network.phone(number).answers(after=1).then_presses("1", "1", "1")
                server.somebody_asks_to_be_called(number)
            assert eventually(lambda: any(row[1] == "talking" for row in server.log())), server.states()
            server.program = ROOT
            server.flask("db", "upgrade")
        assert server.talks() < len(numbers)  # some are still on the phone
        with server.running("serve"), server.running("worker"):
            assert eventually(lambda: server.talks() >= 2, every=0.2), server.states()
            assert eventually(lambda: server.talks() == 3, every=0.2), server.states()
