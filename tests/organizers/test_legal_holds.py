"""An admin holds a campaign's calls for a court, prolongs that and ends it; its team reads of it on every page."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.clock import eastern_day, utc_now
from app.extensions import given
from app.guard.phone_vault import PHONE
from app.privacy.holding.change import standing_hold
from models import AuditAct, AuditEvent, LegalHold, TeamRole
from models import Organizer as Account
from tests.organizers.conftest import EMAIL, hidden_fields

PATH = "/organizers/legal-holds"
WHY = "Subpoena of May 3, Suffolk Superior Court"
A_DAY = timedelta(days=1)
BANNER = 'aria-label="Legal hold"'


def in_days(days):
    return (eastern_day(utc_now()) + days * A_DAY).isoformat()


@pytest.fixture
def sends(signed_in, campaign):
    """Fill the form in and send it."""

    def sends(**typed):
        fields = hidden_fields(signed_in.reads(PATH), PATH)
        usual = {"campaign": str(campaign), "reason": WHY, "until": in_days(100)}
        return signed_in.sends(PATH, **{**fields, **usual, **typed})

    return sends


@pytest.fixture
def held(sends, session, campaign):
    """A hold of the campaign."""
    sends()
    session.expire_all()
    return standing_hold(session, campaign)


def acts(session):
    session.rollback()
    kinds = [AuditAct.LEGAL_HOLD_BEGUN, AuditAct.LEGAL_HOLD_CHANGED, AuditAct.LEGAL_HOLD_ENDED]
    return session.scalars(select(AuditEvent).where(AuditEvent.act.in_(kinds)).order_by(AuditEvent.id)).all()


def test_a_campaign_is_held_and_the_audit_log_says_by_whom_and_why(held, session, campaign):
    assert (held.reason, held.begun_by, held.until.isoformat()) == (WHY, EMAIL, in_days(100))
    (begun,) = acts(session)
    assert (begun.who, begun.campaign_id) == (EMAIL, campaign)
    assert begun.after == {"reason": WHY, "last day": in_days(100)}


def test_a_number_in_the_reason_does_not_go_into_the_audit_log(sends, session):
    sends(reason="The owner of (617) 555-0123 sued")
    assert "0123" not in acts(session)[0].after["reason"]


def test_beside_its_key_stands_how_long_it_is(held):
    told = given().vault.days.holds.told(held.key_name)
    assert (told.campaign_id, told.until, told.is_over) == (held.campaign_id, held.until, False)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("campaign", ""),
        ("campaign", "999999"),
        ("reason", "court"),
        ("until", ""),
        ("until", "soon"),
        ("until", in_days(0)),
        ("until", in_days(400)),
    ],
)
def test_whatever_is_wrong_is_said_and_nothing_is_held(sends, session, field, typed):
    answer = sends(**{field: typed})
    assert (answer.status_code, f'id="{field}-error"' in answer.text) == (422, True)
    assert session.scalars(select(LegalHold)).all() == []


def test_what_is_held_already_cannot_be_chosen_again(held, signed_in):
    page = signed_in.reads(PATH)
    assert ('name="campaign"' in page, held.reason in page) == (False, True)
    token = hidden_fields(signed_in.reads(f"{PATH}/{held.id}"), f"{PATH}/{held.id}")
    again = {"campaign": str(held.campaign_id), "reason": WHY, "until": in_days(100)}
    assert signed_in.sends(PATH, **token, **again).status_code == 422


def test_it_is_prolonged_and_the_audit_log_says_from_when_to_when(held, signed_in, session):
    path = f"{PATH}/{held.id}"
    fields = hidden_fields(signed_in.reads(path), path)
    signed_in.sends(path, **fields, reason=WHY, until=in_days(200))
    _, changed = acts(session)
    assert (changed.before, changed.after) == ({"last day": in_days(100)}, {"last day": in_days(200)})
    assert signed_in.sends(path, **fields, reason=WHY, until=in_days(150)).status_code == 422


@pytest.fixture
def ends(held, signed_in):
    """Reads what is forgotten, ticks that they are sure or does not, and presses the button."""
    path = f"{PATH}/{held.id}/end"
    fields = hidden_fields(signed_in.reads(path), path)
    return lambda **ticked: signed_in.sends(path, **fields, **ticked)


def test_before_it_is_ended_a_page_says_in_figures_what_is_forgotten_then(held, signed_in, called):
    called(at=utc_now() - 2 * A_DAY)
    called(at=utc_now() - 100 * A_DAY, phone=None)
    page = " ".join(signed_in.reads(f"{PATH}/{held.id}/end").split())
    figures = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page)
    told = {"Telephone numbers": "1", "Notes": "0", "Whole calls": "1", "At their own wish": "of 0 calls"}
    assert told.items() <= dict(figures).items()


def test_whoever_did_not_say_that_they_are_sure_ends_nothing(ends, held, session):
    answer = ends()
    assert (answer.status_code, 'id="sure-error"' in answer.text) == (422, True)
    session.expire_all()
    assert held.ended_at is None


def test_whoever_may_have_left_their_computer_open_shows_first_that_it_is_them(held, signed_in):
    with signed_in.client.session_transaction() as browser:
        browser["proven_at"] = 0
    assert "/confirm" in signed_in.opens(f"{PATH}/{held.id}/end").location


def test_it_is_ended_once(ends, held, session):
    first, second = (ends(sure="1").location for _ in range(2))
    assert ("done=ended" in first, "done=over" in second) == (True, True)
    assert [event.act for event in acts(session)] == [AuditAct.LEGAL_HOLD_BEGUN, AuditAct.LEGAL_HOLD_ENDED]
    assert given().vault.days.holds.told(held.key_name).is_over


def test_how_much_was_forgotten_stays_in_the_audit_log(ends, called, session):
    called(at=utc_now() - 2 * A_DAY)
    ends(sure="1")
    assert acts(session)[-1].after["forgotten for good"][:3] == ["Telephone numbers: 1", "Notes: 0", "Whole calls: 0"]


def test_of_one_that_is_over_no_page_asks_whether_to_end_it(ends, held, signed_in):
    ends(sure="1")
    assert "done=over" in signed_in.opens(f"{PATH}/{held.id}/end").location


def test_its_end_stands_on_every_page_of_the_campaign_and_of_its_calls(held, signed_in, campaign, called):
    call = called()
    of_campaign = [f"campaigns/{campaign}/{page}" for page in ("words", "whom", "money", "state")]
    several = [f"calls/{call.id}", "calls", "notes", "dashboard", "campaigns"]
    pages = [f"/organizers/{page}" for page in (*of_campaign, *several)]
    assert [page for page in pages if BANNER not in signed_in.reads(page)] == []
    assert BANNER not in signed_in.reads("/organizers/offices")


def test_whose_campaign_it_is_not_reads_nothing_of_it(held, signed_in, session):
    session.execute(update(Account).values(role=TeamRole.VIEWER))
    session.commit()
    assert (BANNER in signed_in.reads("/organizers/calls"), signed_in.opens(PATH).status_code) == (False, 403)


def test_the_receipt_of_a_number_names_what_stays(held, signed_in, called, app):
    called(phone_hash=app.extensions["ringdown"].vault.fingerprint("+16175550123", purpose=PHONE))
    path = "/organizers/forget"
    fields = hidden_fields(signed_in.reads(path), path)
    receipt = signed_in.sends(path, **fields, phone="617 555 0123", asked="Her letter of May 3").text
    assert "1 call of “" in receipt
    assert "legal hold" in receipt
    assert "Nothing here leads to this number any more." not in receipt
