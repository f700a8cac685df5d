"""The URLs that the carrier fetches: its signature first, then a turn of the call or a report of its progress."""

from flask import Flask

from app.guard.route_classes import CARRIER, FOR_THE_CARRIER, Guard
from app.guard.routes import classified, guard

voice = classified("voice", __name__, CARRIER, url_prefix=FOR_THE_CARRIER)


def init_voice(app: Flask) -> None:
    """Give the app its voice routes, each behind the signature check."""
    from app.voice import errors, hotline, reached, status, test_call, turns  # noqa: F401 - they register their routes
    from app.voice.refused import init_refused_runs
    from app.voice.signed import refuse_unsigned

    init_refused_runs(app)
    guard(app, Guard.SIGNATURE, refuse_unsigned)
    app.register_blueprint(voice)
