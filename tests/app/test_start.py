"""A web worker starts with what it needs, and with nothing that it rarely needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TELLS_WHAT_IT_IMPORTED = """
import sys, gc, wsgi
print(*sys.modules, gc.isenabled(), gc.get_freeze_count() > 0)
"""
# What each is for: pictures, migrations, what commands do, addresses, the phone network, ringing and hanging up,
# sounds, holidays elsewhere, codes that a camera reads, whom we ask ourselves, passkeys.
RARELY_NEEDED = {
    "PIL",
    "alembic",
    "app.cli.serve",
    "app.geocoding.census",
    "app.one_process",
    "app.telephony.local_network",
    "app.telephony.twilio_carrier",
    "av",
    "holidays.countries",
    "qrcode",
    "requests",
    "twilio.rest.api",
    "urllib3",
    "webauthn",
}


@pytest.fixture(scope="module")
def started(database_url, tmp_path_factory):
    """What a web worker of the settings' database has imported once it is there, and how it looks for garbage."""
    where = {"DATABASE_URL": database_url, "INSTANCE_PATH": str(tmp_path_factory.mktemp("instance"))}
    program = [sys.executable, "-c", TELLS_WHAT_IT_IMPORTED]
    done = subprocess.run(  # noqa: S603 - our own program
        program, env={"PATH": os.environ["PATH"], **where}, cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_it_has_imported_nothing_that_it_rarely_needs(started):
    assert "app.web.campaign_page" in started
    assert not RARELY_NEEDED.intersection(started)


def test_it_looks_for_garbage_again_but_not_among_what_it_started_with(started):
    assert started[-2:] == ["True", "True"]
