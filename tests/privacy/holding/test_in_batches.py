"""However many calls a legal hold keeps, they are sealed and let go a few at a time, each batch after the last."""

import pytest
from sqlalchemy import select, update

from app.calls.life.notes import note_text
from app.guard.keys.holds import is_of_a_hold
from app.limits.numbers import number_of
from app.privacy.forget import calls, coarser, held, notes, numbers
from app.store.db import db
from models import Call, Feedback
from tests.privacy.conftest import A_DAY, A_MINUTE, ends, finished
from tests.world.database.counting import StatementCounter
from tests.world.database.sent import each_sent

MANY, FEW = 5, 2
SEALS = "substr("  # who sealed it is asked by no other statement


@pytest.fixture
def many(session, own, campaign, monkeypatch):
    """Calls with a number and a note; of which few are taken at once."""
    for module in (calls, coarser, held, notes, numbers):
        monkeypatch.setattr(module, "AT_ONCE", FEW)
    phones = [f"+1617555013{nth}" for nth in range(MANY)]
    for phone in phones:
        finished(session, own, campaign, phone)
    return phones


@pytest.fixture
def batches(session, forgets):
    """What was asked for to be locked, or written, while the job ran: each statement with its values."""

    def batches(later, table):
        sent = []
        with each_sent(db.engine, lambda _cursor, statement, values: sent.append((statement, values))):
            forgets(later)
        return [(it, values) for it, values in sent if f"FROM {table}" in it and "SKIP LOCKED" in it]

    return batches


def sealed_in_hold(session, column):
    session.expire_all()
    return [is_of_a_hold(it) for it in session.scalars(select(column).order_by(column)) if it]


@pytest.mark.usefixtures("held")
def test_every_number_and_note_is_sealed_though_few_are_taken_at_once(session, own, many, forgets):
    forgets(2 * A_DAY)
    assert sealed_in_hold(session, Call.phone_encrypted) == [True] * MANY
    kept = session.scalars(select(Call.phone_encrypted)).all()
    assert sorted(number_of(own.vault, it) for it in kept) == many
    forgets(92 * A_DAY)
    assert sealed_in_hold(session, Feedback.note_sealed) == [True] * MANY


@pytest.mark.usefixtures("held", "many")
@pytest.mark.parametrize(("later", "table"), [(2 * A_DAY, "call"), (92 * A_DAY, "feedback")])
def test_each_batch_is_so_few_rows_and_begins_where_the_last_one_ended(batches, later, table):
    asked = batches(later, table)
    assert [statement for statement, _ in asked if " LIMIT " not in statement or " OFFSET " in statement] == []
    began = [(values["after"], values["after_id"]) for statement, values in asked if SEALS in statement]
    assert len(began) == MANY // FEW + 2, "the last finds nothing"
    assert began == sorted(set(began))


@pytest.mark.usefixtures("held", "many")
def test_each_batch_is_kept_by_itself(forgets):
    with StatementCounter(db.engine) as counted:
        forgets(2 * A_DAY)
    assert counted.commits >= MANY // FEW + 1


def test_once_it_is_over_all_are_forgotten_few_at_a_time(session, own, many, held, forgets):
    forgets(92 * A_DAY)
    ends(session, held)
    for later in (92 * A_DAY, 92 * A_DAY + A_MINUTE):
        forgets(later)
    assert session.scalars(select(Call.phone_encrypted)).all() == []
    assert own.vault.days.holds.names() == []


@pytest.mark.usefixtures("held")
def test_what_nobody_can_read_just_now_stays_as_it_is_and_keeps_no_other_from_its_turn(session, own, many, forgets):
    first = session.scalars(select(Call).order_by(Call.id)).first()
    altered = first.phone_encrypted[:-1] + bytes([first.phone_encrypted[-1] ^ 1])
    session.execute(update(Call).where(Call.id == first.id).values(phone_encrypted=altered))
    session.execute(
        update(Feedback).where(Feedback.called_office_id == first.offices[0].id).values(note_sealed=altered)
    )
    session.commit()
    forgets(2 * A_DAY)
    forgets(92 * A_DAY)
    session.expire_all()
    assert (first.phone_encrypted, sealed_in_hold(session, Call.phone_encrypted).count(True)) == (altered, MANY - 1)
    readable = [note_text(own.vault, it) for it in session.scalars(select(Feedback.note_sealed))]
    assert readable.count("They were kind.") == MANY - 1


def test_a_hold_in_the_way_is_passed_by_and_others_are_forgotten(session, own, many, held, another_campaign, forgets):
    for nth in range(MANY):
        finished(session, own, another_campaign.id, f"+1617555014{nth}")
    forgets(92 * A_DAY)
    left = session.scalars(select(Call.campaign_id)).all()
    assert left == [held.campaign_id] * MANY
