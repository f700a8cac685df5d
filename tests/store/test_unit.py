"""A unit of work is kept together or not at all, and its user says where it is cut."""

from contextlib import ExitStack, suppress

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.exc import OperationalError

from app.store.db import close_db, db
from app.store.unit import MOST_READY, light_unit, never_kept, unit
from models import DoNotCall


class WentWrongError(Exception):
    """Something that nobody expected."""


def write(session, name):
    session.add(DoNotCall(phone_hash=name, how="test"))
    session.flush()


def kept(session):
    """How many rows another transaction sees."""
    session.rollback()
    return session.scalar(select(func.count()).select_from(DoNotCall))


def test_what_is_done_within_is_kept(session):
    with unit(session):
        write(session, b"one")
        write(session, b"two")
    assert kept(session) == 2


def test_all_of_it_costs_one_commit(session, count_statements):
    count_statements.reset()
    with unit(session):
        write(session, b"one")
        write(session, b"two")
    assert count_statements.commits == 1


def test_a_unit_that_did_nothing_costs_nothing(session, count_statements):
    session.rollback()
    count_statements.reset()
    with unit(session):
        pass
    assert (count_statements.statements, count_statements.commits) == ([], 0)


def fail_halfway(session, error, *, commits=False):
    with unit(session) as work:
        write(session, b"one")
        if commits:
            work.commit_so_far()
        write(session, b"two")
        raise error


@pytest.mark.parametrize("error", [WentWrongError, KeyboardInterrupt, SystemExit])
def test_whatever_is_raised_undoes_all_of_it_and_goes_on_up(session, error):
    with pytest.raises(error):
        fail_halfway(session, error)
    assert (session.in_transaction(), kept(session)) == (False, 0)


def test_what_was_committed_so_far_stays_whatever_follows(session):
    with pytest.raises(WentWrongError):
        fail_halfway(session, WentWrongError, commits=True)
    assert kept(session) == 1


def test_what_is_rolled_back_is_gone_and_the_rest_is_kept(session):
    with unit(session) as work:
        write(session, b"one")
        work.roll_back()
        write(session, b"two")
    assert kept(session) == 1


def test_no_transaction_is_open_after_a_commit_or_a_rollback(session):
    with unit(session) as work:
        for end in (work.commit_so_far, work.roll_back):
            kept(work.session)
            end()
            assert not db.session.in_transaction()


@pytest.mark.parametrize("error", [None, WentWrongError])
def test_what_is_only_tried_is_undone_however_it_ends(session, error):
    with suppress(WentWrongError), never_kept(session) as work:
        write(work.session, b"one")
        if error:
            raise error
    assert kept(session) == 0


def test_a_single_statement_is_kept_without_a_commit(session, count_statements):
    with light_unit(db.engine) as work:
        count_statements.reset()
        work.connection.execute(insert(DoNotCall).values(phone_hash=b"one", how="test"))
    assert (kept(session), count_statements.commits) == (1, 0)


def driver_of(work):
    return work.connection.connection.driver_connection


def test_the_next_one_takes_the_connection_that_the_last_one_left(session):
    with light_unit(db.engine) as work:
        used = driver_of(work)
    with light_unit(db.engine) as work:
        assert driver_of(work) is used


def test_what_was_kept_together_leaves_the_next_one_statements_that_stand_alone(session, count_statements):
    with light_unit(db.engine) as work:
        write(work.session, b"one")
    with light_unit(db.engine) as work:
        count_statements.reset()
        work.connection.execute(insert(DoNotCall).values(phone_hash=b"two", how="test"))
    assert (kept(session), count_statements.commits) == (2, 0)


def test_of_more_at_once_than_stay_ready_the_pool_gets_transactions_again(session):
    with ExitStack() as many:
        used = [driver_of(many.enter_context(light_unit(db.engine))) for _ in range(MOST_READY + 2)]
    assert sorted(one.autocommit for one in used) == [False] * 2 + [True] * MOST_READY


def test_what_was_left_in_the_midst_of_something_is_used_by_nobody(session):
    with suppress(KeyboardInterrupt), light_unit(db.engine) as work:
        left = driver_of(work)
        left.execute("BEGIN")
        raise KeyboardInterrupt
    assert left.closed
    with light_unit(db.engine) as work:
        assert work.connection.scalar(select(1)) == 1


def test_where_one_broke_the_others_that_were_ready_are_let_go_of(app):
    with light_unit(db.engine) as one, light_unit(db.engine) as other:
        used = [driver_of(one), driver_of(other)]
    with pytest.raises(OperationalError), light_unit(db.engine) as work:
        work.connection.execute(select(func.pg_terminate_backend(func.pg_backend_pid())))
    assert all(driver.closed for driver in used)
    with light_unit(db.engine) as work:
        assert work.connection.scalar(select(1)) == 1


def test_whoever_closes_the_app_lets_go_of_those_that_are_ready(app):
    with light_unit(db.engine) as work:
        used = driver_of(work)
    close_db(app)
    assert used.closed
