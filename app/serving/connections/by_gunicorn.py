"""The app served by gunicorn, for who runs that everywhere: the phone has threads of its own, at its own port.

gunicorn reads a request in the thread that answers it. So the port at which somebody came decides which thread it is;
and a proxy must stand before it that sends a request on once it has come as a whole.
"""

import logging
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.config import Config
from gunicorn.glogging import Logger
from gunicorn.workers.gthread import TConn, ThreadWorker

from app.apart import begun_within
from app.serving.connections.finishing import ENDS_WITHIN
from app.serving.crowd import Crowd, telling
from app.serving.lanes import MANY, PAGE_THREADS, PATIENCE, PATIENCE_AMONG_MANY
from app.serving.phone_use import PhoneUse, came_at, letting_pass

CONNECTIONS = 2000  # of each process
HEADER_BYTES = 8 * 1024
KEEPS_OPEN = 30  # seconds, for the proxy

Beside = Callable[[], AbstractContextManager[None]]


class Lines(Logger):  # type: ignore[misc] # gunicorn has no types
    """Its lines are those of any library: masked, without what was asked."""

    def setup(self, cfg: Config) -> None:
        """Leave them to whoever set up the log."""
        self.cfg, self._access_log_enabled = cfg, False
        self.error_log.setLevel(logging.WARNING)
        self.error_log.propagate = True

    def warning(self, msg: str, *args: object, **how: object) -> None:
        """Of a request that cannot be read nothing is quoted."""
        is_quoted = msg.startswith("Invalid request")
        super().warning(*(("A request cannot be read",) if is_quoted else (msg, *args)), **how)

    def exception(self, msg: str, *args: object, **how: object) -> None:
        """Nor the address of one at which something broke."""
        is_quoted = msg.startswith("Error handling request")
        super().exception(*(("A request could not be answered",) if is_quoted else (msg, *args)), **how)


class Lanes(ThreadWorker):  # type: ignore[misc] # gunicorn has no types
    """One process. Pages that waited too long are told so, and let the phone pass, as under waitress."""

    def init_process(self) -> None:
        """Begin with the phone's threads beside those of pages."""
        self.begin_phone()
        super().init_process()

    def begin_phone(self) -> None:
        """Begin with the phone's threads; those of a process that this one was made of are not here."""
        self.phone = ThreadPoolExecutor(self.app.settings.phone_threads, thread_name_prefix="phone")
        self._phone_use, self._crowd = PhoneUse(), Crowd()

    def run(self) -> None:
        """Answer until told to stop."""
        with self.app.beside():
            super().run()

    def enqueue_req(self, conn: TConn) -> None:
        """Let a thread of its own lane answer the next request of this connection."""
        if conn.server[1] == self.app.phone_port:
            self._phone_use.begins()
            answer = self.phone.submit(self._answer_phone, conn, time.monotonic())
        else:
            answer = self.tpool.submit(self._answer_page, conn, time.monotonic())
        answer.add_done_callback(lambda done: self.method_queue.defer(self.finish_request, conn, done))

    def _answer_phone(self, conn: TConn, since: float) -> object:
        came_at(since)
        try:
            return self.handle(conn)
        finally:
            self._phone_use.ends()

    def _answer_page(self, conn: TConn, since: float) -> object:
        came_at(since)
        self._phone_use.let_pass()
        patience = PATIENCE_AMONG_MANY if self.tpool._work_queue.qsize() > MANY else PATIENCE  # noqa: SLF001 - untold
        waited = time.monotonic() - since
        late = telling(self._crowd.one_more()) if waited > patience else nullcontext()
        with letting_pass(self._phone_use), late, begun_within(PATIENCE - waited):
            return self.handle(conn)


class ByGunicorn(BaseApplication):  # type: ignore[misc] # gunicorn has no types
    """So many processes behind these doors; `beside` is what each looks after, for as long as it answers."""

    def __init__(self, app: Flask, door: socket.socket, phone_door: socket.socket, beside: Beside) -> None:
        self._app, self._doors, self.beside = app, (door, phone_door), beside
        self.settings, self.phone_port = app.extensions["ringdown"].settings, phone_door.getsockname()[1]
        super().__init__()

    def load_config(self) -> None:
        """Set up as little of it as there is: files, a socket to be controlled by, headers of proxies."""
        told = {
            "bind": [f"fd://{door.fileno()}" for door in self._doors],
            "workers": self.settings.web_processes,
            "threads": PAGE_THREADS,
            "worker_class": Lanes,
            "worker_connections": CONNECTIONS,
            "limit_request_field_size": HEADER_BYTES,
            "keepalive": KEEPS_OPEN,
            "graceful_timeout": int(ENDS_WITHIN),
            "preload_app": True,
            "control_socket_disable": True,
            "forwarded_allow_ips": "",
            "logger_class": Lines,
        }
        for name, value in told.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The app, made before there are several processes."""
        return self._app
