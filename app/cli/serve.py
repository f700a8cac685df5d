"""`flask serve`: the web app on LISTEN and PORT."""

import signal
import socket
import threading
from functools import partial

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from app.cli.team.first_admin import tell_first_admin
from app.extensions import settings
from app.jobs.lookout.thread import on_the_lookout
from app.serving.connections import finishing
from app.serving.connections.processes import Processes
from app.serving.web_server import NoSuchAddressError, PortTakenError, listen, servers_for
from app.store.db import close_db

WITHOUT_PHONE_PORT = (
    "WEB_SERVER=gunicorn needs PHONE_PORT, for it tells the carrier's requests by their port. Set one, and let the "
    "proxy send /voice/, /recordings/, /healthz and /readyz there."
)


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
    """Serve the web app on LISTEN and PORT until interrupted, and on PHONE_PORT where that is set."""
    app, phone_port = this_app(), settings().phone_port
    by_gunicorn = settings().web_server == "gunicorn"
    if by_gunicorn and not phone_port:
        raise click.ClickException(WITHOUT_PHONE_PORT)
    door = _door(settings().listen, settings().port)
    phone_door = _door(settings().listen, phone_port) if phone_port else None
    tell_first_admin()
    serves, processes = partial(_serve, app, door, phone_door), settings().web_processes
    if by_gunicorn and phone_door:
        _serve_by_gunicorn(app, door, phone_door)
    elif processes == 1:
        serves()
    else:
        close_db(app)  # each has connections of its own
        Processes(processes, serves).run()


def _serve_by_gunicorn(app: Flask, door: socket.socket, phone_door: socket.socket) -> None:
    from app.serving.connections.by_gunicorn import ByGunicorn  # noqa: PLC0415 - seldom used

    close_db(app)  # each process has connections of its own
    ByGunicorn(app, door, phone_door, partial(on_the_lookout, app)).run()


def _door(here: str, port: int) -> socket.socket:
    try:
        return listen(port, here)
    except NoSuchAddressError as error:
        cure = "Set LISTEN to one that it has, to 0.0.0.0 for all, or not at all."
        raise click.ClickException(f"This computer has no address {here}. {cure}") from error
    except PortTakenError as error:
        raise port_taken(port) from error


def _serve(app: Flask, door: socket.socket, phone_door: socket.socket | None) -> None:
    servers, stopping = servers_for(app, door, phone_door), threading.Event()

    def stop(*_: object) -> None:
        stopping.set()
        for one in servers:
            one.pull_trigger()  # it sleeps until something comes

    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, stop)
    beside = [threading.Thread(target=finishing.serve, args=(one, stopping), name="phone") for one in servers[1:]]
    with on_the_lookout(app):
        for one in beside:
            one.start()
        finishing.serve(servers[0], stopping)
        for one in beside:
            one.join()
