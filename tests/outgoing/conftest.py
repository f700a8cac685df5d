"""A mail server, and a mailer that knows it."""

import pytest
from pydantic import SecretStr

from app.outgoing.mail import Mailer
from tests.world.mail.server import mail_server


@pytest.fixture
def server():
    with mail_server() as server:
        yield server


@pytest.fixture
def mailer_at(settings):
    """A mailer with this SMTP_URL, which does not wait long."""

    def at(url: str, seconds: float = 2, **more) -> Mailer:
        return Mailer(settings.model_copy(update={"smtp_url": SecretStr(url), **more}), seconds)

    return at


@pytest.fixture
def mailer(mailer_at, server):
    return mailer_at(f"smtp://127.0.0.1:{server.port}", mail_from="ringdown@example.org")
