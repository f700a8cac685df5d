"""`flask serve`: the web app on LISTEN and PORT."""

import signal
import threading

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from app.cli.team.first_admin import tell_first_admin
from app.extensions import settings
from app.jobs.without_worker import Lookout
from app.serving.connections import finishing
from app.serving.web_server import NoSuchAddressError, PortTakenError, listen, server_for


def this_app() -> Flask:
    """The app itself, not the proxy for it."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - the documented way
    return app


def port_taken(port: int) -> click.ClickException:
    """What to do when another program listens on the port."""
    return click.ClickException(
        f"Port {port} is taken by another program. Choose another one, for example: PORT={port + 10} make demo"
    )


@click.command("serve")
@with_appcontext
def command() -> None:
    """Serve the web app on LISTEN and PORT until interrupted."""
    here, port = settings().listen, settings().port
    try:
        server = server_for(this_app(), listen(port, here))
    except NoSuchAddressError as error:
        cure = "Set LISTEN to one that it has, to 0.0.0.0 for all, or not at all."
        raise click.ClickException(f"This computer has no address {here}. {cure}") from error
    except PortTakenError as error:
        raise port_taken(port) from error
    tell_first_admin()
    stopping = threading.Event()

    def stop(*_: object) -> None:
        stopping.set()
        server.pull_trigger()  # it sleeps until something comes

    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, stop)
    with Lookout(this_app()):
        finishing.serve(server, stopping)
