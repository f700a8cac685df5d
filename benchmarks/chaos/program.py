"""The web app, or a worker, by a clock that can jump: what it is ahead stands in a file."""

import asyncio
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app import create_app
from app.config import load_settings
from app.jobs.worker import keep_working
from app.serving.web_server import listen, server_for

AHEAD = "CHAOS_AHEAD"  # names that file


def jumping_clock() -> datetime:
    """Now, and as many seconds more as the file says."""
    return datetime.now(UTC) + timedelta(seconds=float(Path(os.environ[AHEAD]).read_text() or 0))


def main(what: str) -> None:
    """Run it until it is killed."""
    app = create_app(load_settings(), clock=jumping_clock)
    if what == "web":
        settings = app.extensions["ringdown"].settings
        server_for(app, listen(settings.port, settings.listen)).run()
    else:
        asyncio.run(keep_working(app))


if __name__ == "__main__":
    main(sys.argv[1])
