"""The log tells calls on own phones and letters apart from the calls that we put through."""

import pytest

from app.calls.shown.kinds import Kind, is_of_kind, kind_of
from app.calls.shown.log.filter import LogFilter
from app.calls.shown.log.page import log_page
from models import Call, CallSource
from tests.world.calls import a_call
from tests.world.people.supporter import Supporter

READ = "/organizers/calls"


@pytest.fixture
def of_each_kind(client, session, app, campaign):
    """One call through us, one on an own phone, one letter, and one to the owner of a number."""
    a_call(session, app.extensions["ringdown"], campaign)
    to_its_owner = a_call(session, app.extensions["ringdown"], campaign, phone="+16175550155")
    to_its_owner.source = CallSource.CALL_BACK
    session.commit()
    for outcome in ("contact", "wrote"):
        page = Supporter(client).asks_to_be_called(own="1", phone="", consent="").location.removesuffix("#main")
        client.post(page, data={"outcome": outcome, "line": "0", "stance": "yes", "note": "Kind people"})
    session.rollback()


@pytest.mark.usefixtures("of_each_kind")
@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("of_one", [True, False])
def test_each_kind_is_found_by_itself(session, campaign, kind, of_one):
    which = LogFilter(campaign if of_one else None, kind=kind)
    assert [row.kind for row in log_page(session, which).rows] == [kind]


@pytest.mark.usefixtures("of_each_kind")
def test_the_database_and_the_program_agree_on_kinds(session):
    for kind in Kind:
        (call,) = session.query(Call).where(*is_of_kind(kind)).all()
        assert kind_of(call.source, call.reported_outcome) is kind


@pytest.mark.usefixtures("of_each_kind")
def test_the_log_says_which_is_which(signed_in):
    text = signed_in.reads(READ)
    assert "Own phone, reported" in text
    assert "Written, reported" in text
    assert "not asked for" in text
    only = signed_in.reads(READ, kind="written")
    assert only.count("<time ") == 1


def test_a_letter_to_an_office_without_a_number_names_it(client, session, campaign, signed_in):
    form = {"own": "1", "wrote": "1", "town": "Taunton", "district": "25012", "phone": "", "consent": ""}
    page = Supporter(client).asks_to_be_called(**form).location.removesuffix("#main")
    client.post(page, data={"outcome": "wrote", "line": "0"})
    text = signed_in.reads(f"{READ}/{session.query(Call.id).one().id}")
    assert "<h1>Taunton to Lisa Field</h1>" in text


@pytest.mark.usefixtures("of_each_kind")
def test_a_kind_that_there_is_not_is_told(signed_in):
    assert "There is no such way in" in signed_in.reads(READ, kind="telepathy")


@pytest.mark.usefixtures("of_each_kind")
def test_the_story_of_a_call_on_an_own_phone_claims_nothing_of_its_line(signed_in, session):
    call = session.query(Call.id).where(Call.source == CallSource.OWN_PHONE).order_by(Call.id).first()
    text = signed_in.reads(f"{READ}/{call.id}")
    assert "The supporter called on their own phone, or wrote, and tells us" in text
    assert "Kind people" in text
    assert "Line called" in text
    assert "Office&#39;s line" not in text
    assert "Office's line" not in text
    assert "The call is over" not in text


@pytest.mark.usefixtures("of_each_kind")
def test_the_calls_of_a_day_are_counted_each_kind_apart(signed_in):
    counted = "1 through us · 1 own phone, reported · 1 written, reported · 1 to a number"
    assert counted in signed_in.reads(READ)
