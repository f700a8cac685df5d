"""What a shell changes of those who asked never to be called is written down, without any number."""

from sqlalchemy import select

from app.guard.phone_vault import DO_NOT_CALL
from models import AuditEvent, DoNotCall

NUMBER = "+16175550123"


def written(session):
    session.rollback()
    return [(one.subject, one.after) for one in session.scalars(select(AuditEvent))]


def asked(session, app):
    hashed = app.extensions["ringdown"].vault.fingerprint(NUMBER, purpose=DO_NOT_CALL)
    session.add(DoNotCall(phone_hash=hashed, how="keypad"))
    session.commit()


def test_that_a_number_may_be_called_again(app, session):
    asked(session, app)
    told = [app.test_cli_runner().invoke(args=["ring-again"], input=f"{NUMBER}\n").output for _ in range(2)]
    assert ["may be called again" in told[0], "was not on the list" in told[1]] == [True, True]
    assert written(session) == [("a number that asked never to be called", {"may be called again": True})]


def test_that_the_key_is_lost_and_how_many_refusals_with_it(app, session):
    asked(session, app)
    told = app.test_cli_runner().invoke(args=["privacy", "lost-do-not-call-key"], input="y\n")
    assert "1 refusals are lost" in told.output, told.output
    assert written(session) == [("the do-not-call key", {"refusals lost": 1})]
