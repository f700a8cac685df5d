"""A supporter's whole number: who sees it, after what, and what is written down of that."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.clock import utc_now
from app.team.create import create_organizer
from app.team.person import join_campaign
from models import AuditAct, AuditEvent, TeamRole
from models import Organizer as Account
from tests.organizers.conftest import CSRF, EMAIL, PASSWORD, Organizer, hidden_fields

WHOLE, WHY = "(617) 555-0123", "She asked to be called back."


@pytest.fixture
def path(called) -> str:
    """Where the number of a call is shown."""
    return f"/organizers/calls/{called().id}/number"


def asks_for(organizer: Organizer, path: str, reason: str = WHY):
    return organizer.sends(path, **hidden_fields(organizer.reads(path), path), reason=reason)


def test_an_admin_who_says_why_sees_it(signed_in, path):
    assert WHOLE not in signed_in.reads(path)
    assert WHOLE in asks_for(signed_in, path).text


def test_the_calls_page_leads_to_it_and_shows_no_more_than_before(signed_in, path):
    page = signed_in.reads(path.removesuffix("/number"))
    assert f'href="{path}"' in page
    assert WHOLE not in page


def test_the_audit_log_says_who_and_why_and_not_the_number(signed_in, path, session, campaign):
    asks_for(signed_in, path, f"{WHY} It is {WHOLE}, or +16175550123.")
    event = session.query(AuditEvent).filter_by(act=AuditAct.UNMASKED).one()
    assert (event.who, event.campaign_id) == (EMAIL, campaign)
    assert event.after == {"reason": f"{WHY} It is (…, or …."}
    assert event.subject == f"the number of call {path.split('/')[-2]}"


@pytest.mark.parametrize("reason", ["", "   ", "because", "\n\n\n\n\n\n\n\n\n\n\n"])
def test_without_a_reason_nothing_is_shown_and_nothing_typed_is_lost(signed_in, path, session, reason):
    answer = asks_for(signed_in, path, reason)
    assert (answer.status_code, WHOLE in answer.text) == (422, False)
    assert f">{reason.strip()}</textarea>" in answer.text
    assert not session.query(AuditEvent).filter_by(act=AuditAct.UNMASKED).all()


@pytest.mark.parametrize("role", [TeamRole.VIEWER, TeamRole.ORGANIZER])
@pytest.mark.usefixtures("organizer")
def test_nobody_but_admins_sees_it(client, session, campaign, path, role):
    create_organizer(session, "other@example.org", PASSWORD, role=role)
    join_campaign(session, campaign, session.query(Account).filter_by(role=role).one().id)
    session.commit()
    other = Organizer(client)
    other.signs_in("other@example.org")
    token = CSRF.search(other.reads())[1]
    assert other.opens(path).status_code == 403
    assert other.sends(path, csrf_token=token, reason=WHY).status_code == 403
    assert "Show the whole number" not in other.reads(path.removesuffix("/number"))


def test_after_ten_minutes_it_is_asked_whether_it_is_still_them(app, signed_in, path, session):
    sent = hidden_fields(signed_in.reads(path), path) | {"reason": WHY}
    app.extensions["ringdown"] = replace(app.extensions["ringdown"], clock=lambda: utc_now() + timedelta(minutes=11))
    assert signed_in.opens(path).location == f"/organizers/account/confirm?next={path}"
    asked = signed_in.sends(path, **sent)
    assert (asked.status_code, WHOLE in asked.text) == (403, False)
    assert not session.query(AuditEvent).filter_by(act=AuditAct.UNMASKED).all()
    confirm = "/organizers/account/confirm"
    page = signed_in.sends(confirm, **hidden_fields(asked.text, confirm), password=PASSWORD).text
    assert WHOLE in signed_in.sends(path, **hidden_fields(page, path)).text


def test_a_number_that_is_erased_is_not_to_be_had(signed_in, called):
    call = called(phone=None)
    assert signed_in.opens(f"/organizers/calls/{call.id}/number").status_code == 404
    assert "Show the whole number" not in signed_in.reads(f"/organizers/calls/{call.id}")


def test_a_number_whose_key_is_gone_is_said_to_be(app, signed_in, called, session):
    call = called()
    call.phone_encrypted = bytes(40)
    session.commit()
    path = f"/organizers/calls/{call.id}/number"
    assert "We cannot read it any more" in asks_for(signed_in, path).text


@pytest.mark.parametrize("call_id", ["0", "999999999", "99999999999999999999999"])
def test_of_a_call_that_is_not_there_there_is_no_number(signed_in, call_id):
    assert signed_in.opens(f"/organizers/calls/{call_id}/number").status_code == 404
