"""The web app, or a worker, on a computer whose clock can jump: what it is ahead stands in a file."""

import asyncio
import os
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import create_engine

from app import create_app
from app.config import load_settings
from app.jobs.worker import keep_working
from app.serving.web_server import listen, server_for
from app.store.database_clock import DatabaseClock, database_now

AHEAD = "CHAOS_AHEAD"  # names that file


def jumping_clock() -> datetime:
    """Now, and as many seconds more as the file says."""
    return datetime.now(UTC) + timedelta(seconds=float(Path(os.environ[AHEAD]).read_text() or 0))


def main(what: str, begun: str) -> None:
    """Run it until it is killed; a file tells that it has begun."""
    settings = load_settings()
    clock = DatabaseClock(partial(database_now, create_engine(settings.database_url)), own=jumping_clock)
    app = create_app(settings, clock=clock)
    Path(begun).touch()
    if what == "web":
        server_for(app, listen(settings.port, settings.listen)).run()
    else:
        asyncio.run(keep_working(app))


if __name__ == "__main__":
    main(*sys.argv[1:])
