"""From docs/operating.md alone: processes of their own behind a proxy with TLS, from an empty database to a live call.

Then a backup is restored with the same log, and the program is exchanged while people talk.
"""

import re
import subprocess

import pytest
import requests

from app.store.standing import ROOT
from tests.world.patience import PATIENCE, eventually
from tests.world.server.deployed import fill, rung
from tests.world.server.old_program import unpack_old_program

pytestmark = [pytest.mark.long, pytest.mark.no_cover]


@pytest.mark.parametrize("server", ["waitress", "gunicorn"], indirect=True)
def test_a_call_is_placed_and_a_backup_of_it_restored(server, network, new_database, tmp_path):
    with server.running("worker"):
        assert eventually(lambda: server.answers("/readyz").startswith("ok"))
        server.places_a_call(network, "+16175550123")
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
                knows_it = network.phone(number).answers(after=1)  # and hears nothing out, which would take a minute
                for _ in range(3):
                    knows_it.then_interrupts_with("1")
                server.somebody_asks_to_be_called(number)
            assert eventually(lambda: any(row[1] == "talking" for row in server.log())), server.states()
            server.program = ROOT
            server.flask("db", "upgrade")
        assert server.talks() < len(numbers)  # some are still on the phone
        with server.running("serve"), server.running("worker"):
            assert eventually(lambda: server.talks() >= 2, every=0.2), server.states()
            assert eventually(lambda: server.talks() == 3, every=0.2), server.states()


def test_a_worker_of_before_does_what_the_new_program_asks_of_it(old_server, network):
    """While a program is exchanged both run for a minute: nobody waits for longer, and nobody is rung twice."""
    server, numbers = old_server, ["+16175550151", "+16175550152"]
    with server.proxy(), server.running("worker"):
        server.program = ROOT
        server.flask("db", "upgrade")
        with server.running("serve"):
            assert eventually(lambda: server.answers("/readyz").startswith("ok"))
            for number in numbers:
                server.places_a_call(network, number)
    assert rung(network) == len(numbers)
    assert server.failed_jobs() == []
