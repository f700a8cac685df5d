"""`flask carrier fallback` prints the document to paste, tries its address, and keeps it."""

import pytest
from sqlalchemy import select

from app.store.db import db
from app.telephony.fallback_document import TEXT
from app.telephony.local_network.server import LoopbackServer
from models import AuditEvent, CarrierSetup


@pytest.fixture
def elsewhere():
    """A server that has the document."""

    def document(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/xml")])
        return [TEXT.encode()]

    server = LoopbackServer(document)
    server.start()
    yield server.url
    server.stop()


@pytest.fixture
def run(app):
    return lambda *what: app.test_cli_runner().invoke(args=["carrier", "fallback", *what])


def kept():
    return db.session.scalars(select(CarrierSetup.fallback_url)).all()


def test_the_text_to_paste_is_printed(run):
    said = run().output
    assert "<Response>" in said
    assert "None is used" in said


def test_an_address_that_answers_is_kept_and_let_go(run, elsewhere):
    assert "It is kept" in run(elsewhere).output
    assert (kept(), elsewhere in run().output) == ([elsewhere], True)
    run(elsewhere)
    assert "No document elsewhere is used any more" in run("--none").output
    db.session.rollback()
    assert (kept(), len(db.session.scalars(select(AuditEvent.id)).all())) == ([""], 2)


def test_one_that_gives_none_is_not(run):
    result = run("http://127.0.0.1:9/x")
    assert (result.exit_code, "There was no answer" in result.output, kept()) == (1, True, [])
