"""Once a key is put before the old one, all that this opens is sealed by the new one, and the old one can go."""

from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import LargeBinary, select, update

from app.carrier_setup.kept import Credentials, keep_credentials
from app.clock import utc_now
from app.guard.seals import column
from app.guard.seals.column import opened_by, seal_anew
from app.guard.seals.seals import Seals
from app.jobs.worker import make_worker
from app.readiness.keys.every_seal import EVERY_SEAL
from models import Call, CarrierSetup, Organizer
from models.base import Base
from tests.world.server.sealed import EVERYTHING, NEW, NOTHING, OLD, SID, TOKEN

BY_A_DAY_S_KEY = {"call.phone_encrypted"}
GONE_WITHIN_A_DAY = {"app/team/new_address.py", "app/calls/own_phone/shown.py"}  # nothing is stored: links and pages


def test_everything_can_be_read_by_the_new_key_alone(server):
    assert server.reads(NEW, OLD) == EVERYTHING
    server.seals_anew(NEW, OLD)
    assert server.reads(NEW) == EVERYTHING


def test_without_that_an_old_key_that_goes_takes_everything_along_and_nothing_fails(server):
    assert server.reads(NEW) == NOTHING


def test_what_was_done_before_a_worker_was_killed_stands_and_the_next_goes_on(server):
    for killed_after in range(9):
        with pytest.raises(KeyboardInterrupt):
            server.seals_anew(NEW, OLD, killed_after=killed_after)
        assert server.reads(NEW, OLD) == EVERYTHING
    server.seals_anew(NEW, OLD)
    assert server.reads(NEW) == EVERYTHING


def test_as_long_as_there_is_one_key_nothing_is_looked_at(server):
    server.seals_anew(OLD, killed_after=0)


def test_what_the_new_key_sealed_already_is_left_as_it_is(server, session):
    server.seals_anew(NEW, OLD)
    before = session.scalars(select(CarrierSetup.token_encrypted)).one()
    server.seals_anew(NEW, OLD)
    assert session.scalars(select(CarrierSetup.token_encrypted)).one() == before


def test_what_no_key_opens_is_left_for_whoever_brings_the_key_back(server, session):
    session.execute(update(Call).values(phone_encrypted=None))  # that of before is let go
    server.seals_anew(NEW, b"x" * 32)
    assert server.reads(NEW, OLD) == {**EVERYTHING, "number": None}


def test_many_are_sealed_a_few_at_a_time(server, session, monkeypatch):
    monkeypatch.setattr(column, "AT_ONCE", 2)
    old = server.organizer
    for nth in range(5):
        session.add(
            Organizer(
                email=f"{nth}@example.org", active=True, fs_uniquifier=f"{nth}", tf_totp_secret=old.tf_totp_secret
            )
        )
    session.commit()
    server.seals_anew(NEW, OLD)
    (apps,) = (of for of in EVERY_SEAL if of.what == "authenticator apps")
    told = opened_by(session, server.vault(NEW, OLD).seals, apps)
    assert (told.older, told.none) == (0, 0)


def test_what_somebody_sets_up_at_that_very_moment_is_not_set_back(server, session):
    class Meanwhile(Seals):
        def seal(self, text, *, purpose):
            another = Credentials(SID, SecretStr("another"))
            keep_credentials(session, server.vault(OLD), another, by="ana", now=utc_now())
            session.flush()
            return super().seal(text, purpose=purpose)

    seal_anew(session, Meanwhile([NEW, OLD]), EVERY_SEAL[0], 0)
    assert server.reads(NEW, OLD)["tokens"] == ["another", TOKEN]


def test_the_worker_does_so_every_few_minutes(server, another_app):
    app = another_app(
        **{name: getattr(server.config(NEW, OLD), name) for name in ("phone_encryption_keys", "keys_path")}
    )
    jobs = {name: task for name, task in make_worker(app).tasks.items() if name == "forget"}
    jobs["forget"].func(0)
    read = server.reads(NEW)
    assert {**read, "number": None} == {**EVERYTHING, "number": None}


def test_every_column_of_what_is_encrypted_is_known():
    known = {f"{of.column.class_.__tablename__}.{of.column.key}" for of in EVERY_SEAL}
    columns = [it for table in Base.metadata.tables.values() for it in table.columns]
    encrypted = {f"{it.table}.{it.name}" for it in columns if it.name.endswith("_encrypted")}
    assert all(isinstance(it.type, LargeBinary) for it in columns if it.name.endswith("_encrypted"))
    assert known == (encrypted - BY_A_DAY_S_KEY) | {"organizer.tf_totp_secret"}


def test_whoever_encrypts_says_where_that_stands():
    encrypts = {str(file) for file in Path("app").rglob("*.py") if "vault.encrypt(" in file.read_text()}
    names = {"app/carrier_setup/api_key.py"}  # whose column stands in kept.py, with the account's
    silent = {file for file in encrypts if "SEALED = (" not in Path(file).read_text()}
    assert silent - names == GONE_WITHIN_A_DAY
