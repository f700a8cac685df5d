"""Who refused or was forgotten since an older database was copied is so again, at the next start of any program.

Likewise what was taken out of notes.
"""

from datetime import timedelta

import pytest
from sqlalchemy import LargeBinary, String, cast, delete, func, insert, literal, select, update
from sqlalchemy.orm import make_transient

from app.calls.forgetting.number import forget_number
from app.calls.inbox.reading import note_by_id
from app.calls.inbox.redacting import redact
from app.calls.life.notes import note_text, sealed_note
from app.calls.life.status import move_call
from app.guard.journal.file import MOST_BEHIND
from app.guard.phone_vault import DO_NOT_CALL, PhoneVault
from app.jobs.lookout.thread import on_the_lookout
from app.limits.errors import DoNotCallError
from app.limits.numbers import keep_number, no_peace, refuse_strangers, ring_again
from app.privacy.brought_forward import BroughtForward, bring_forward
from models import Call, CallStatus, DoNotCall, EventSource, Feedback, ReportedOutcome, ReportSource
from tests.world.calls import a_call
from tests.world.one_unit import kept
from tests.world.people.supporter import Supporter

NUMBER = "+16175550123"
NOTHING = BroughtForward(0, 0)
A_DAY = timedelta(days=1)


@pytest.fixture
def own(app):
    """What the app was given."""
    return app.extensions["ringdown"]


@pytest.fixture
def starts(session, own):
    """A program starts: what it brings forward."""

    def starts(vault=None, later=timedelta()):
        done = kept(session, lambda work: bring_forward(work.session, vault or own.vault, own.clock() + later))
        session.expire_all()
        return done

    return starts


@pytest.fixture
def is_rung(session, own):
    """Whether a number may be rung."""

    def is_rung(number=NUMBER):
        try:
            refuse_strangers(session, number, own.vault, own.clock())
        except DoNotCallError:
            return False
        return True

    return is_rung


@pytest.fixture
def restored(session):
    """The database is as it was before anybody refused."""

    def restored():
        session.execute(delete(DoNotCall))
        session.commit()

    return restored


@pytest.fixture
def over(session, own, campaign):
    """A call that is over, and knows its number."""
    call = a_call(session, own, campaign, phone=NUMBER)
    move_call(session, call.id, CallStatus.CANCELED, source=EventSource.PAGE)
    session.commit()
    return call


def listed(session, own, number=NUMBER, until=None):
    """It refuses, as a key on its phone would have it."""
    mark = own.vault.fingerprint(number, purpose=DO_NOT_CALL)
    session.add(DoNotCall(phone_hash=mark, how="keypad", until=until))
    session.commit()
    own.vault.note_refused(mark, how="keypad", until=until)


def test_whoever_refused_is_not_rung_by_an_older_database(session, own, starts, is_rung, restored):
    listed(session, own)
    restored()
    assert is_rung()
    assert starts() == BroughtForward(refused=1, forgotten=0)
    assert not is_rung()
    assert starts() == NOTHING


def test_for_a_day_it_is_for_that_day(session, own, starts, restored):
    listed(session, own, until=own.clock() + A_DAY)
    restored()
    assert starts(later=2 * A_DAY) == NOTHING
    assert starts() == BroughtForward(refused=1, forgotten=0)


def test_who_asks_for_good_has_it_where_the_database_knows_of_a_day(session, own, starts):
    listed(session, own)
    session.execute(update(DoNotCall).values(until=own.clock() + A_DAY))
    session.commit()
    assert starts() == BroughtForward(refused=1, forgotten=0)
    assert session.scalars(select(DoNotCall.until)).one() is None


def test_what_was_taken_back_is_not_brought_forward(session, own, starts, restored, is_rung):
    listed(session, own)
    kept(session, lambda work: ring_again(work.session, NUMBER, own.vault))
    assert (starts(), is_rung()) == (NOTHING, True)


@pytest.fixture
def of_before(session, own):
    """A number refuses, takes that back, and a database of between is there, as where somebody tries a restore."""

    def of_before():
        listed(session, own)
        row = session.scalars(select(DoNotCall)).one()
        session.expunge(row)
        kept(session, lambda work: ring_again(work.session, NUMBER, own.vault))
        make_transient(row)
        session.add(row)
        session.commit()

    return of_before


def test_what_was_taken_back_is_so_in_an_older_database_and_in_the_one_that_runs(starts, of_before, restored, is_rung):
    of_before()
    assert (starts(), is_rung()) == (BroughtForward(0, 0, taken_back=1), True)
    restored()  # what runs has nobody on its list
    assert (starts(), is_rung()) == (NOTHING, True)


def test_whoever_refused_once_more_after_that_is_not_rung(session, own, starts, of_before, restored, is_rung):
    of_before()
    restored()
    listed(session, own)
    assert (starts(), is_rung()) == (NOTHING, False)
    restored()
    assert (starts().refused, is_rung()) == (1, False)


def test_what_was_refused_once_more_and_could_not_be_written_down_is_left(session, own, starts, of_before, is_rung):
    of_before()
    session.execute(update(DoNotCall).values(asked_at=own.clock() + A_DAY))
    session.commit()
    assert (starts(), is_rung()) == (NOTHING, False)


def test_what_another_key_took_back_is_left(session, own, starts, of_before, restored):
    of_before()
    other = PhoneVault([b"e" * 32], b"h" * 32, own.vault.days, apart={DO_NOT_CALL: b"2" * 32})
    assert starts(other) == NOTHING
    assert session.scalars(select(DoNotCall.how)).all() == ["keypad"]


def test_that_a_caller_id_asked_for_peace_is_taken_back_and_nothing_else(session, own, starts, restored):
    listed(session, own)
    kept(session, lambda work: no_peace(work.session, NUMBER, own.vault))
    restored()
    assert starts().refused == 1


def test_refusals_of_before_there_was_a_journal_are_written_down(session, own, starts, restored, is_rung):
    mark = own.vault.fingerprint(NUMBER, purpose=DO_NOT_CALL)
    session.add(DoNotCall(phone_hash=mark, how="keypad"))
    session.commit()
    starts()
    restored()
    assert (starts().refused, is_rung()) == (1, False)


def test_refusals_that_another_key_knows_are_left(session, own, starts, restored):
    listed(session, own)
    restored()
    other = PhoneVault([b"e" * 32], b"h" * 32, own.vault.days, apart={DO_NOT_CALL: b"2" * 32})
    assert starts(other) == NOTHING


def test_whoever_was_forgotten_is_so_in_an_older_database(session, own, over, starts):
    kept(session, lambda work: forget_number(work.session, own.vault, NUMBER))
    knows_again(session, over, own)
    assert starts() == BroughtForward(refused=0, forgotten=1)
    assert (over.phone_encrypted, over.phone_hash) == (None, None)
    assert starts() == NOTHING


def knows_again(session, call, own, number=NUMBER):
    """As it stands in a copy of before."""
    keep_number(call, number, own.vault)
    session.commit()


def test_whoever_calls_again_after_that_is_known(session, own, campaign, starts):
    kept(session, lambda work: forget_number(work.session, own.vault, NUMBER))
    call = a_call(session, own, campaign, phone=NUMBER)
    assert (starts(), call.phone_hash is None) == (NOTHING, False)


def test_a_web_server_brings_it_forward_before_it_serves(app, session, own, restored, is_rung):
    listed(session, own)
    restored()
    with on_the_lookout(app):
        session.rollback()
        assert not is_rung()


def test_many_are_brought_forward_and_all_of_them_once(session, own, starts, restored):
    many = func.generate_series(1, MOST_BEHIND + 200).column_valued("nth")
    rows = select(func.sha256(cast(cast(many, String), LargeBinary)), literal("keypad"))
    session.execute(insert(DoNotCall).from_select(["phone_hash", "how"], rows))
    session.commit()
    starts()
    restored()
    assert [starts().refused, starts().refused] == [MOST_BEHIND + 200, 0]
    assert own.vault.journal.file.read_text().count("\n") == MOST_BEHIND + 200


@pytest.fixture
def note(session, own, campaign):
    """What a supporter wrote of an office."""
    call = a_call(session, own, campaign)
    sealed = sealed_note(own.vault, "Ms. Ruiz was kind.", "page")
    told = {"source": ReportSource.PAGE, "outcome": ReportedOutcome.CONTACT, "note_sealed": sealed}
    session.add(note := Feedback(called_office_id=call.offices[0].id, **told))
    session.commit()
    return note


@pytest.fixture
def taken_out(session, own, note):
    """A name is taken out of it, and an older copy of the database is there again, where it may have read otherwise."""

    def taken_out(as_it_was="Ms. Ruiz was kind.", **columns):
        kept(session, lambda work: redact(work.session, own.vault, note_by_id(work.session, note.id, None), "She was."))
        instead = {"note_sealed": sealed_note(own.vault, as_it_was, "page"), "redacted_at": None, **columns}
        session.execute(update(Feedback).values(**instead))
        session.commit()

    return taken_out


@pytest.mark.parametrize("as_it_was", ["Ms. Ruiz was kind.", "Ms. Ruiz, I think"])
def test_words_that_were_taken_out_are_so_in_an_older_database(own, starts, note, taken_out, as_it_was):
    taken_out(as_it_was)
    assert starts() == BroughtForward(0, 0, redacted=1)
    assert (note_text(own.vault, note.note_sealed), note.redacted_at is None) == ("She was.", False)
    assert starts() == NOTHING


def test_a_note_of_before_that_nobody_sealed_yet_lacks_them_as_well(own, starts, note, taken_out):
    taken_out(note_sealed=None, note="Ms. Ruiz was kind.")
    starts()
    assert (note_text(own.vault, note.note_sealed), note.note) == ("She was.", "")


def test_what_was_written_later_under_the_same_id_is_left(own, starts, note, taken_out):
    taken_out("Somebody else", created_at=own.clock() + A_DAY)
    assert (starts(), note_text(own.vault, note.note_sealed)) == (NOTHING, "Somebody else")


def test_a_note_that_was_taken_back_stays_so(starts, note, taken_out):
    taken_out(note_sealed=None)
    assert (starts(), note.note_sealed) == (NOTHING, None)


def test_what_was_taken_out_before_there_was_a_journal_is_written_down(own, starts, taken_out):
    taken_out()
    starts()
    own.vault.of_notes.file.unlink()
    starts()
    assert len(own.vault.of_notes.standing(own.clock()).redacted) == 1


def test_the_journal_of_notes_has_no_words(own, taken_out):
    taken_out()
    written = own.vault.of_notes.file.read_text()
    assert ("Ruiz" in written, "She" in written) == (False, False)


@pytest.mark.usefixtures("campaign")
def test_where_no_key_was_pressed_a_page_writes_nothing_down(client, session, own):
    page = Supporter(client).asks_to_be_called().location.partition("#")[0]
    client.post(f"{page}/never-again")
    assert session.scalars(select(Call.id)).all()
    assert own.vault.journal.standing(own.clock()).refused == ()
