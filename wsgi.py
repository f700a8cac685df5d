"""The WSGI app: what waitress and gunicorn import."""

from app import create_app
from app.serving.starting import starting

with starting():
    app = create_app()
