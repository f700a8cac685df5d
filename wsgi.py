"""The WSGI app: what `flask`, waitress and gunicorn import."""

from app import create_app

app = create_app()
