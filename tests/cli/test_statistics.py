"""`flask statistics` compares what was counted with the calls, and counts anew."""

import pytest
from sqlalchemy import update

from models import CountedBy, CountOfDay, CountOfOffice
from tests.statistics.recount import by_hand, stored
from tests.world.carrier.stories import a_busy_office, a_conversation, a_new_carrier


@pytest.fixture
def two_calls(app, session, campaign):
    """Calls that nobody has counted yet."""
    for story in (a_conversation, a_busy_office):
        carrier = a_new_carrier(app, session, campaign)
        for happens in story(carrier):
            happens()


@pytest.mark.usefixtures("two_calls")
def test_verify_counts_what_is_left_and_finds_nothing(app, session):
    told = app.test_cli_runner().invoke(args=["statistics", "verify"])
    assert (told.exit_code, "equal a recount" in told.output) == (0, True)
    assert stored(session) == by_hand(session)


@pytest.mark.usefixtures("two_calls")
def test_rebuild_mends_what_verify_finds(app, session):
    run = app.test_cli_runner().invoke
    run(args=["statistics", "verify"])
    for model in (CountOfDay, CountOfOffice):
        session.execute(update(model).where(model.dimension == CountedBy.LINE).values(calls=9))
    session.commit()
    told = run(args=["statistics", "verify"])
    assert (told.exit_code, "line busy: counted 9 calls" in told.output) == (1, True)
    assert run(args=["statistics", "rebuild"]).exit_code == 0
    session.expire_all()
    assert stored(session) == by_hand(session)
    assert run(args=["statistics", "verify"]).exit_code == 0
