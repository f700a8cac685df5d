"""An office calls the number back: it hears who we are, whom it reaches, and may ask to be called less."""

import pytest
from sqlalchemy import select, update

from models import Alert, AlertKind, Campaign, CampaignState, HolderLine, OfficeHolder, OfficeLine

SOMEBODY = "+14135550142"


@pytest.fixture
def office_number(app, call_log):
    """The number of Pat Duffy's office."""
    lines = select(OfficeLine.e164).join(HolderLine).join(OfficeHolder).where(OfficeHolder.name == "Pat Duffy")
    return call_log.session.scalar(lines.order_by(HolderLine.rank).limit(1))


@pytest.fixture
def told(call_log):
    """The alerts that offices want less of us."""

    def told():
        call_log.session.rollback()
        return call_log.session.execute(
            select(Alert.about, Alert.sentence).where(Alert.kind == AlertKind.OFFICE_COMPLAINS)
        ).all()

    return told


@pytest.fixture
def changed(call_log):
    def changed(**columns):
        call_log.session.execute(update(Campaign).values(version=Campaign.version + 1, **columns))
        call_log.session.commit()

    return changed


def test_it_hears_who_we_are_and_organizers_are_told_what_it_asks(world, office_number, told):
    world.somebody_dials_in(office_number, "2", "1")
    assert "This is Massachusetts Neighbors Together" in world.program_says()
    ((about, sentence),) = told()
    assert about == office_number
    assert "Pat Duffy" in sentence
    assert "to be called less often" in sentence


def test_it_may_ask_to_be_called_no_more(world, office_number, told):
    world.somebody_dials_in(office_number, "2", "2")
    assert "to be called no more" in told()[0].sentence


def test_it_reaches_whom_the_campaign_says(world, office_number, told, changed):
    changed(office_contact="Call Ana at 617-555-0142.")
    world.somebody_dials_in(office_number, "1")
    assert world.program_says().count("Call Ana at 6 1 7, 5 5 5, 0 1 4 2.") == 2
    assert told() == []


def test_a_paused_campaign_tells_an_office_the_same(world, office_number, changed):
    changed(state=CampaignState.PAUSED)
    world.somebody_dials_in(office_number)
    assert "To ask us to call your office less" in world.program_says()


def test_from_another_number_it_is_behind_a_key_of_the_hotline_and_nobody_reads_that_number(world, told):
    world.somebody_dials_in(SOMEBODY, "7", "2", "1")
    ((about, sentence),) = told()
    assert about == ""
    assert "no office's that we know" in sentence
    assert "0142" not in sentence


def test_a_number_that_is_no_hotline_says_so_to_everybody(world, changed):
    changed(serves_hotline=False)
    world.somebody_dials_in(SOMEBODY)
    assert "This is Massachusetts Neighbors Together" in world.program_says()
    assert "For English" not in world.program_says()
