"""A number is blocked, found by typing it, and given back only as it should be; nothing of it is written anywhere."""

from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import select, update

from app.clock import eastern_day
from app.extensions import given
from app.guard.phone_vault import DO_NOT_CALL
from app.limits.errors import DoNotCallError
from app.limits.numbers import A_DAY, refuse_strangers
from models import AuditAct, AuditEvent, DoNotCall, HowBlocked, TeamRole
from models import Organizer as Account
from tests.organizers.conftest import CSRF, hidden_fields

PAGE = "/organizers/blocked"
TYPED, E164 = "(617) 555-0142", "+16175550142"
LETTER = "Her letter of this week"
A_MONTH = timedelta(days=31)


@pytest.fixture
def asks(signed_in, app):
    """Sends a form about a number, and reads what follows."""

    def asks(path, **typed):
        token = CSRF.search(signed_in.reads(PAGE))[1]
        answer = signed_in.sends(f"{PAGE}/{path}", **{"csrf_token": token, "phone": TYPED} | typed)
        return unescape(signed_in.reads(answer.location) if answer.location else answer.text)

    return asks


@pytest.fixture
def gives_back(signed_in, asks):
    """Looks it up, and sends the form that stands there then."""

    def gives_back(meanwhile=lambda: None, **typed):
        seen = hidden_fields(asks("look"), f"{PAGE}/give-back").get("seen", "")
        meanwhile()
        return asks("give-back", **{"seen": seen, "reason": LETTER} | typed)

    return gives_back


@pytest.fixture
def blocked_by(session, app):
    """Somebody asked for peace, in this way, so long ago."""

    def blocked_by(how, ago=timedelta(), until=None, phone=E164):
        own = given()
        mark = own.vault.fingerprint(phone, purpose=DO_NOT_CALL)
        session.add(DoNotCall(phone_hash=mark, how=how, asked_at=own.clock() - ago, until=until))
        session.commit()

    return blocked_by


def is_rung(session):
    session.rollback()
    try:
        refuse_strangers(session, E164, given().vault, given().clock())
    except DoNotCallError:
        return False
    return True


def written(session, act):
    session.rollback()
    events = session.scalars(select(AuditEvent).where(AuditEvent.act == act).order_by(AuditEvent.id)).all()
    assert not [it for it in events if "0142" in f"{it.subject}{it.before}{it.after}"]
    return [(it.before, it.after) for it in events]


def days_ago(days):
    return str(eastern_day(given().clock() - timedelta(days=days)))


def test_a_number_is_blocked_and_found(asks, session):
    assert "is not blocked" in asks("look")
    assert "Nobody is rung there from now on" in asks("add", reason="His e-mail of Tuesday, from 617 555 0142")
    assert not is_rung(session)
    page = asks("look")
    for told in ("(617) 555-0142</span> is blocked", "By you, for who asked in writing", "for good"):
        assert told in page
    assert written(session, AuditAct.NUMBER_LOOKED_UP) == [(None, {"it is blocked": it}) for it in (False, True)]
    assert written(session, AuditAct.NUMBER_BLOCKED) == [(None, {"reason": "His e-mail of Tuesday, from …"})]


def test_blocked_twice_is_blocked_once(asks, session):
    asks("add", reason=LETTER)
    assert "blocked for good already" in asks("add", reason=LETTER)
    assert len(written(session, AuditAct.NUMBER_BLOCKED)) == 1


def test_what_the_team_blocked_is_given_back_for_a_reason(asks, gives_back, session):
    asks("add", reason=LETTER)
    assert "Say in a few words why" in gives_back(reason="")
    assert "may be called again" in gives_back()
    assert is_rung(session)
    ((before, after),) = written(session, AuditAct.NUMBER_UNBLOCKED)
    assert (before["how"], after) == ("By you, for who asked in writing", {"reason": LETTER})


@pytest.mark.parametrize("how", [HowBlocked.KEY_9, HowBlocked.PAGE])
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({}, "Enter the day on which they asked"),
        ({"asked_on": 1}, "Tick this if you have it"),
        ({"asked_on": 4, "in_writing": "1"}, "what they wrote before that does not take it back"),
        ({"asked_on": -2, "in_writing": "1"}, "That day is to come"),
        ({"asked_on": "soon", "in_writing": "1"}, "Enter the day as 2026-11-29"),
    ],
)
def test_what_its_owner_blocked_needs_more_than_a_reason(blocked_by, gives_back, session, how, typed, told):
    blocked_by(how, ago=timedelta(days=3))
    ago = typed.get("asked_on")
    page = gives_back(**typed | ({"asked_on": days_ago(ago)} if isinstance(ago, int) else {}))
    assert told in page
    assert LETTER in page, "nothing typed is lost"
    assert not is_rung(session)


def test_what_its_owner_blocked_is_given_back_for_a_request_in_writing(blocked_by, gives_back, session):
    blocked_by(HowBlocked.KEY_9, ago=timedelta(days=3))
    assert "may be called again" in gives_back(asked_on=days_ago(1), in_writing="1")
    assert is_rung(session)
    ((before, after),) = written(session, AuditAct.NUMBER_UNBLOCKED)
    assert before["how"] == "Key 9, when we rang them"
    assert "asked in writing on" in after


def test_a_caller_id_is_given_back_or_blocked_for_good(blocked_by, gives_back, asks, session):
    blocked_by(HowBlocked.CALLER_ID, until=given().clock() + A_DAY)
    assert "Anybody can pretend" in asks("look")
    assert "may be called again" in gives_back()
    assert "is not blocked" in gives_back()
    blocked_by(HowBlocked.CALLER_ID, until=given().clock() + A_DAY)
    asks("add", reason=LETTER)
    assert session.scalars(select(DoNotCall.until)).all() == [None]


def test_whoever_presses_9_meanwhile_stays_blocked(asks, gives_back, session):
    asks("add", reason=LETTER)

    def presses_9():
        session.execute(update(DoNotCall).values(how=HowBlocked.KEY_9))
        session.commit()

    assert "Somebody changed it since you looked it up" in gives_back(presses_9)
    assert not is_rung(session)


NO_NUMBERS = ("", "12", "<script>alert(1)</script>", "0" * 10_000, "617 555 01\u202e42x", "+44 20 7946 0018")


@pytest.mark.parametrize("typed", NO_NUMBERS)
def test_what_is_no_number_is_told_and_shown_again(asks, typed):
    for path in ("look", "add", "give-back"):
        assert "Enter the number in digits" in asks(path, phone=typed)


def test_nobody_asks_about_many_numbers_whichever_form_they_send(asks, monkeypatch, session, blocked_by):
    blocked_by(HowBlocked.KEY_9, phone="+16175550130")
    for nth in range(30):
        asks("give-back" if nth % 2 else "look", phone=f"617 555 01{nth:02}")
    for path in ("look", "add", "give-back"):
        page = asks(path, phone="617 555 0130", reason=LETTER)
        assert "You asked about 30 numbers within an hour" in page
        assert "is blocked" not in page


def test_the_list_tells_days_and_ways_month_by_month(signed_in, blocked_by):
    for nth, how in enumerate((HowBlocked.KEY_9, HowBlocked.KEY_9, HowBlocked.PAGE)):
        blocked_by(how, phone=f"+1617555013{nth}")
    blocked_by(HowBlocked.IN_WRITING, ago=2 * A_MONTH, phone="+16175550140")
    blocked_by(HowBlocked.CALLER_ID, ago=timedelta(minutes=1), until=given().clock(), phone="+16175550141")
    page = unescape(signed_in.reads(PAGE))
    assert '<td>Key 9, when we rang them</td><td class="number">2</td>' in page
    assert ("for 24 hours</td>" in page, "In all: 4 for good" in page) == (False, True)
    before = page.partition("?month=")[2].partition("#")[0]
    assert "By you, for who asked in writing" in signed_in.reads(PAGE, month=before)


@pytest.mark.parametrize("month", ["1999-01", "2020-02", "x", "9999-12", "2026-13"])
def test_a_month_without_any_says_how_somebody_asks(signed_in, month):
    assert "Nobody asked in this month" in signed_in.reads(PAGE, month=month)


@pytest.mark.parametrize(("role", "may"), [(TeamRole.VIEWER, [403] * 3), (TeamRole.ORGANIZER, [200, 303, 403])])
def test_viewers_read_organizers_block_and_admins_give_back(signed_in, session, role, may):
    token = CSRF.search(signed_in.reads(PAGE))[1]
    session.execute(update(Account).values(role=role))
    session.commit()
    assert ('name="phone"' in signed_in.reads(PAGE)) is (role is not TeamRole.VIEWER)
    sent = {"csrf_token": token, "phone": TYPED, "reason": LETTER}
    assert [signed_in.sends(f"{PAGE}/{path}", **sent).status_code for path in ("look", "add", "give-back")] == may
