"""The files by which a server is set up, read as they stand, and a server that is set up by them."""

import shutil
import subprocess
import venv
from pathlib import Path

import pytest

from app.store.standing import ROOT
from app.telephony.local_network import AcceleratedClock, PhoneNetwork, RealClock, local_credentials
from tests.conftest import SECRETS
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER
from tests.world.patience import eventually
from tests.world.server.deployed import Server, fill

NOT_TRIED = "NOT TRIED: a server behind a proxy with TLS, for Caddy is not installed here (apt install caddy)"


@pytest.fixture(scope="session")
def deploy() -> Path:
    """Their folder."""
    return ROOT / "deploy"


@pytest.fixture(scope="session")
def caddy():
    return shutil.which("caddy") or pytest.skip(NOT_TRIED)


@pytest.fixture(scope="session")
def python(tmp_path_factory):
    """A Python with what production installs and nothing else."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, with_pip=True)
    pip = [folder / "bin" / "pip", "install", "--quiet", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    subprocess.run([*pip, "-r", ROOT / "requirements.lock"], check=True)  # noqa: S603 - our own lock
    return folder / "bin" / "python"


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


@pytest.fixture
def server(bare_server, request):
    """Set up by the book, and reached by its name alone; a test may name what serves the web."""
    server = bare_server
    server.settings["WEB_SERVER"] = getattr(request, "param", "waitress")
    fill(server)
    with server.proxy(), server.running("serve"):
        assert eventually(lambda: server.answers("/healthz") == "ok\n")
        yield server
