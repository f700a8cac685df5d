"""One connection a database for what is done after every test: what a new one must learn first costs far more."""

import psycopg
from psycopg import Connection

_open: dict[str, Connection] = {}


def connection_to(url: str) -> Connection:
    """The connection that stays; what is done on it is done at once, or in a transaction of its own."""
    if url not in _open or _open[url].closed:
        _open[url] = psycopg.connect(url, autocommit=True)
    return _open[url]


def close_connections() -> None:
    """Before the databases go."""
    while _open:
        _open.popitem()[1].close()
