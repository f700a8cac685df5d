"""A database of before does not know how a legal hold went on: what stands beside the keys tells it."""

import pytest
from sqlalchemy import delete, select, update

from app.calls.forgetting.number import forget_number
from app.calls.life.notes import note_text, sealed_instead
from app.clock import utc_now
from app.limits.numbers import number_of
from app.privacy.brought_forward import bring_forward
from app.privacy.holding.change import Wanted, begin_hold, standing_hold
from models import (
    AskedWhileHeld,
    Call,
    Feedback,
    LegalHold,
)
from tests.privacy.conftest import A_DAY, NUMBER, ends, note_of
from tests.world.one_unit import kept


def starts(session, own):
    kept(session, lambda work: bring_forward(work.session, own.vault, own.clock()))
    session.expire_all()


def test_one_that_ended_since_a_backup_stays_ended_and_its_key_is_gone(session, own, over, held, forgets):
    forgets(2 * A_DAY)
    copy, mark = over.phone_encrypted, over.phone_hash
    ends(session, held)
    forgets(2 * A_DAY)
    session.execute(update(Call).values(phone_encrypted=copy, phone_hash=mark))
    session.execute(update(LegalHold).values(ended_at=None, is_key_gone=False))
    session.commit()
    starts(session, own)
    assert standing_hold(session, held.campaign_id) is None
    assert number_of(own.vault, over.phone_encrypted) is None
    forgets(2 * A_DAY)
    assert (over.phone_encrypted, session.get_one(LegalHold, held.id).is_key_gone) == (None, True)


def test_one_that_began_or_was_prolonged_since_a_backup_goes_on(session, own, held):
    campaign_id, until = held.campaign_id, held.until
    session.execute(update(LegalHold).values(until=until - 100 * A_DAY))
    session.commit()
    starts(session, own)
    assert standing_hold(session, campaign_id).until == until
    session.execute(delete(LegalHold))
    session.commit()
    starts(session, own)
    assert standing_hold(session, campaign_id).until == until


@pytest.mark.parametrize("_nth", range(4))  # whatever their keys are named
def test_one_that_began_after_the_one_before_ended_goes_on_at_the_first_look(session, own, over, held, forgets, _nth):
    wanted = Wanted("Another subpoena.", held.until, "ana@example.org")
    first, campaign_id = held.id, held.campaign_id
    ends(session, held)
    kept(session, lambda work: begin_hold(work.session, own.vault.days.holds, campaign_id, wanted, utc_now()))
    forgets(A_DAY)
    session.execute(delete(LegalHold).where(LegalHold.id != first))
    session.execute(update(LegalHold).values(ended_at=None, is_key_gone=False))
    session.commit()
    starts(session, own)
    standing = standing_hold(session, campaign_id)
    assert standing is not None
    assert standing.id != first


@pytest.mark.usefixtures("held")
def test_who_asked_since_a_backup_is_known_to_have_asked(session, own, over, forgets):
    forgets(2 * A_DAY)
    kept(session, lambda work: forget_number(work.session, own.vault, NUMBER))
    session.execute(delete(AskedWhileHeld))
    session.commit()
    starts(session, own)
    assert session.scalars(select(AskedWhileHeld.call_id)).all() == [over.id]


@pytest.mark.usefixtures("held", "over")
def test_words_that_were_taken_out_of_a_note_stay_out_and_the_rest_stays(session, own, forgets):
    note = session.scalars(select(Feedback)).one()
    sealed = sealed_instead(own.vault, "They were [taken out].", note.note_sealed)
    note.note_sealed, note.redacted_at = sealed, utc_now()
    session.commit()
    own.vault.note_redacted(note.id, note.redacted_at, sealed)
    forgets(100 * A_DAY)
    starts(session, own)
    assert note_text(own.vault, note_of(session)) == "They were [taken out]."
