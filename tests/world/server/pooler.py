"""PgBouncer in transaction mode before the database of the tests, with fewer connections than there are who ask."""

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from sqlalchemy.engine import make_url

from app.store.standing import ROOT

NOT_TRIED = "NOT TRIED: calls through PgBouncer, which is not installed here (apt install pgbouncer)"
AS_THE_PAGE_SAYS = re.compile("```ini\n(.*?)```", re.DOTALL)
AT_MOST = 20.0  # seconds until it listens


def pgbouncer() -> str | None:
    """Where it is, if it is installed."""
    return shutil.which("pgbouncer") or shutil.which("/usr/sbin/pgbouncer")


@contextmanager
def pooled(url: str, at_once: int) -> Iterator[str]:
    """The URL of the same database through a pooler with so many connections."""
    with tempfile.TemporaryDirectory() as folder:  # not among what only we may read: it refuses to run as root
        yield from _pooled(url, Path(folder), at_once)


def _pooled(url: str, folder: Path, at_once: int) -> Iterator[str]:
    port = _free_port()
    settings = folder / "pgbouncer.ini"
    settings.write_text(_settings(url, port, at_once))
    folder.chmod(0o755)
    settings.chmod(0o644)
    as_whom = ["-u", _who_may_reach(url)] if os.geteuid() == 0 else []
    program = subprocess.Popen(  # noqa: S603 - PgBouncer itself
        [pgbouncer(), "-q", *as_whom, settings], stderr=subprocess.DEVNULL
    )
    there = make_url(url).set(host="127.0.0.1", port=port, query={}).render_as_string(hide_password=False)
    try:
        _wait_for(there)
        yield there
    finally:
        program.terminate()
        program.wait()


def _who_may_reach(url: str) -> str:
    """Whom the folder of the server's socket belongs to, where it has one."""
    host = str(psycopg.conninfo.conninfo_to_dict(url).get("host", ""))
    return Path(host).owner() if host.startswith("/") else "nobody"


def _settings(url: str, port: int, at_once: int) -> str:
    known = psycopg.conninfo.conninfo_to_dict(url)
    server = " ".join(f"{key}={known[key]}" for key in ("host", "port", "user", "password") if known.get(key))
    return f"""
[databases]
* = {server}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = {at_once}
{_as_the_page_says()}
"""


def _as_the_page_says() -> str:
    """What docs/operating.md has whoever sets it up write."""
    return AS_THE_PAGE_SAYS.findall((ROOT / "docs" / "operating.md").read_text())[0]


def _wait_for(url: str) -> None:
    until = time.monotonic() + AT_MOST
    while True:
        try:
            psycopg.connect(url, connect_timeout=5).close()
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])
