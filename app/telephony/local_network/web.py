"""The network's web app: Twilio's REST API and the handset page under one roof."""

from flask import Flask

from app.telephony.local_network.engine import Engine
from app.telephony.local_network.page import create_page
from app.telephony.local_network.rest import create_rest


def create_web_app(engine: Engine) -> Flask:
    """Make the app around a running engine."""
    app = Flask("app.telephony.local_network", static_url_path="/static")
    app.json.sort_keys = False  # type: ignore[attr-defined]  # the default provider has it
    app.register_blueprint(create_rest(engine))
    app.register_blueprint(create_page(engine))
    return app
