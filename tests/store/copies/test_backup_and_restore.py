"""A backup is the whole database without a key, and a server that was restored from one rings nobody until told."""

import shutil
import stat
from contextvars import Context

import psycopg
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.at_door import find_campaign
from app.guard.keys.days import DayKeys
from app.guard.keys.folder import KeysFolder
from app.guard.phone_vault import DO_NOT_CALL, PhoneVault
from app.limits.numbers import number_of
from app.limits.placing import WhyNotRing
from app.readiness.pauses import restored_checks
from app.store.copies import programs
from app.store.copies.dump import CopyFailed, dump
from app.store.db import db
from app.store.patient import MIGRATES
from models import Alert, Call, CallEvent, DoNotCall, Hold
from tests.world.calls import a_call
from tests.world.one_unit import kept
from tests.world.workers import a_worker

NUMBER = "+16175550124"


def run(app, *command):
    """Run `flask …` in this app, whatever app the test is in."""
    return Context().run(app.test_cli_runner().invoke, args=command)


@pytest.fixture
def call(app, session, campaign):
    """A call with its number and its first event."""
    return kept(session, lambda work: a_call(work.session, app.extensions["ringdown"], campaign, phone=NUMBER)).id


@pytest.fixture
def backup(app, call, tmp_path):
    """The file, and what was said of it."""
    file = tmp_path / "today.dump"
    told = run(app, "backup", str(file))
    assert told.exit_code == 0, told.output
    return file, told.output


@pytest.fixture
def empty(another_app, new_database):
    """Another server, whose database is empty."""
    return another_app(database_url=new_database("restored"))


@pytest.fixture
def restored(empty, backup):
    """The same, restored, within its context."""
    told = run(empty, "restore", str(backup[0]))
    assert told.exit_code == 0, told.output
    with empty.app_context():
        yield empty
        db.session.rollback()


@pytest.fixture
def before(session, call):
    """What the log holds that is backed up."""
    return rows(session)


def rows(session: Session):
    return [session.execute(select(table.__table__).order_by(table.id)).all() for table in (Call, CallEvent)]


def test_the_log_is_the_same_and_nobody_is_rung_until_an_admin_says_so(before, restored):
    there = db.session  # one test, for all of it stands on one backup and one restored server
    assert rows(there) == before
    assert find_campaign(there, "safe-communities").not_placed is WhyNotRing.HELD
    (check,) = restored_checks(there)
    assert "restored from a backup of 20" in check.sentence
    a_worker(there)
    assert "Nobody is rung" in restored.test_client().get("/readyz").text
    assert [it.sentence for it in there.scalars(select(Alert))] == [f"Safe mode: nobody is rung. {hold_of(there)}"]
    own = restored.extensions["ringdown"]
    sealed = there.scalar(select(Call.phone_encrypted))
    assert number_of(own.vault, sealed) == NUMBER
    assert number_of(vault_without_keys(own), sealed) is None


def test_without_a_journal_it_says_that_refusals_are_not_known(restored, session):
    assert "nor of who asked since then" in hold_of(db.session)


def test_whoever_refused_since_the_backup_is_on_the_list_again(app, backup, empty):
    vault = app.extensions["ringdown"].vault
    vault.note_refused(vault.fingerprint(NUMBER, purpose=DO_NOT_CALL), how="keypad", until=None)
    told = run(empty, "restore", str(backup[0]))
    assert (told.exit_code, "1 refusals since then are on the list again" in told.output) == (0, True), told.output
    with empty.app_context():
        assert db.session.scalars(select(DoNotCall.how)).all() == ["keypad"]
        assert "the journal told" in hold_of(db.session)


def hold_of(session):
    return session.scalars(select(Hold.sentence)).one()


def vault_without_keys(own):
    """As it is once the day's key was destroyed: its folder is empty."""
    folder = own.settings.keys_folder.with_name("gone")
    shutil.rmtree(folder, ignore_errors=True)
    days = DayKeys(KeysFolder(folder, own.settings.encryption_keys), own.clock)
    return PhoneVault(own.settings.encryption_keys, own.settings.hash_key, days)


def test_a_backup_is_for_its_owner_alone_has_no_number_and_says_where_the_keys_are(backup, settings):
    file, told = backup
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "No key is in it" in told
    assert str(settings.keys_folder) in told
    assert not list(file.parent.glob(".*"))


def test_a_database_that_is_not_empty_is_left_alone(app, backup):
    told = run(app, "restore", str(backup[0]))
    assert (told.exit_code, "is not empty" in told.output) == (1, True)


def test_a_backup_that_ends_in_the_middle_leaves_the_database_empty(empty, backup):
    whole, half = backup[0], backup[0].with_name("half.dump")
    half.write_bytes(whole.read_bytes()[: whole.stat().st_size * 2 // 3])
    told = run(empty, "restore", str(half))
    assert (told.exit_code, "stays empty" in told.output or "cannot be read" in told.output) == (1, True)
    with psycopg.connect(empty.extensions["ringdown"].settings.database_url) as there:
        assert there.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)


def test_what_is_no_backup_is_told_so(empty, tmp_path):
    other = tmp_path / "letter.txt"
    other.write_text("Dear all")
    told = run(empty, "restore", str(other))
    assert (told.exit_code, "cannot be read as a backup" in told.output) == (1, True)


@pytest.mark.parametrize("where", ["beside", "among the keys"])
def test_no_file_is_overwritten_and_none_lies_among_the_keys(app, settings, tmp_path, where):
    (tmp_path / "beside").write_text("mine")
    to = tmp_path / "beside" if where == "beside" else settings.keys_folder / "today.dump"
    told = run(app, "backup", str(to))
    assert told.exit_code == 1
    assert (tmp_path / "beside").read_text() == "mine"
    assert not (settings.keys_folder / "today.dump").exists()


def test_no_backup_is_made_in_the_middle_of_an_upgrade(database_url, tmp_path):
    with psycopg.connect(database_url) as upgrade:
        upgrade.execute("SELECT pg_advisory_lock(%s)", [MIGRATES])
        with pytest.raises(CopyFailed, match="another upgrade"):
            dump(database_url, tmp_path / "today.dump")
    assert not list(tmp_path.iterdir())


def test_no_password_stands_in_a_command(monkeypatch):
    told = programs.connecting("postgresql+psycopg://anna:secret@db.example:6000/calls?sslmode=require")
    assert (told["PGHOST"], told["PGPORT"], told["PGUSER"], told["PGDATABASE"]) == (
        "db.example",
        "6000",
        "anna",
        "calls",
    )
    assert (told["PGPASSWORD"], told["PGSSLMODE"]) == ("secret", "require")
