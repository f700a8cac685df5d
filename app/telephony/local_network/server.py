"""The network's web app, and a server for it on this computer's own address, in a thread, that can be stopped."""

import threading
from wsgiref.types import WSGIApplication

from flask import Flask
from waitress.server import create_server
from waitress.wasyncore import loop

from app.telephony.local_network.engine import Engine
from app.telephony.local_network.page import create_page
from app.telephony.local_network.products import create_products
from app.telephony.local_network.rest import create_rest

HOST = "127.0.0.1"
STOPS_WITHIN_SECONDS = 10
WAKES_EVERY_SECONDS = 30


class LoopbackServer:
    """Serves one app; port 0 chooses a free one."""

    def __init__(self, app: WSGIApplication, port: int = 0, threads: int = 8) -> None:
        self._sockets: dict[int, object] = {}
        self._server = create_server(
            app, map=self._sockets, host=HOST, port=port, threads=threads, clear_untrusted_proxy_headers=True
        )
        self.port: int = self._server.effective_port
        self._stopping, self._waking = threading.Event(), threading.Lock()
        self._thread = threading.Thread(target=self._serve, name="phone-network-server", daemon=True)

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://{HOST}:{self.port}"

    def start(self) -> None:
        """Answer from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Finish what is being answered, close every connection and end the threads."""
        with self._waking:
            self._stopping.set()
            self._server.pull_trigger()
        self._thread.join(STOPS_WITHIN_SECONDS)

    def _serve(self) -> None:
        while not self._stopping.is_set():
            loop(timeout=WAKES_EVERY_SECONDS, map=self._sockets, count=1)
        # Whoever still writes to the trigger must be done before it is closed: `stop` and the threads.
        with self._waking:
            self._server.task_dispatcher.shutdown()
        for open_socket in list(self._sockets.values()):
            open_socket.close()  # type: ignore[attr-defined]  # waitress has no types


def create_web_app(engine: Engine) -> Flask:
    """Make the app around a running engine."""
    app = Flask("app.telephony.local_network", static_url_path="/static")
    app.json.sort_keys = False  # type: ignore[attr-defined]  # the default provider has it
    app.register_blueprint(create_rest(engine))
    if engine.plant.ways.has_products:
        app.register_blueprint(create_products(engine))
    app.register_blueprint(create_page(engine))
    return app
