"""Each number of the dashboard that is a link leads to as many rows of the log."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest

from app.language.moments.short import hour_title
from app.organizers.dashboard.charts import chart_of
from app.organizers.dashboard.spans import Asked
from app.statistics.told import Span
from models import CallEvent, CallStatus, EventSource, Feedback, Leg, LegRole, LegStatus, ReportedOutcome, ReportSource
from models import WhatHappened as What
from tests.organizers.dashboard.conftest import TALKED

ROWS = re.compile(r'href="/organizers/calls/(\d+)"')
OWN_PHONE = {
    "source": "own-phone",
    "phone": None,
    "reported_outcome": ReportedOutcome.CONTACT,
    "reported_source": ReportSource.PAGE,
}
NOVEMBER_1 = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.fixture
def rows(signed_in):
    """How many rows a link of a page leads to, the first that begins so in what this matches."""

    def rows(page, within):
        part = re.search(within, page, re.DOTALL)[0]
        link = re.search(r'href="(/organizers/calls\?[^"]+)"', part)[1]
        return len(ROWS.findall(signed_in.reads(unescape(link))))

    return rows


@pytest.fixture
def a_day(happened, session):
    """Two calls through us that rang their office, three on own phones, and two to owners of numbers."""
    for phone in ("+16175550101", "+16175550102"):
        call = happened(phone=phone, **TALKED)
        leg = {"carrier_sid": f"CB{call.id}", "status": LegStatus.COMPLETED, "role": LegRole.OFFICE}
        session.add(Leg(call_id=call.id, called_office_id=call.offices[0].id, **leg))
    for _ in range(3):
        told = {"source": ReportSource.PAGE, "outcome": ReportedOutcome.CONTACT}
        session.add(Feedback(called_office_id=happened(**OWN_PHONE).offices[0].id, **told))
    for nth, source in enumerate(("call-back", "forgetting")):
        happened(source=source, offices=(), town="", phone=f"+1617555011{nth}")


@pytest.mark.usefixtures("a_day")
def test_offices_that_rang_lead_to_the_calls_through_us(rows, reads, session, counted):
    for call_id in (1, 2, 3, 4, 5):  # counted once more, now that it is known whom they reached
        event = {"what": What.REPORTED, "rank": 0, "source": EventSource.PAGE, "outcome": ReportedOutcome.CONTACT}
        session.add(CallEvent(call_id=call_id, **event))
    session.commit()
    counted()
    page = reads("dashboard")
    assert '>2<span class="unseen"> calls to Pat Duffy' in page
    assert rows(page, r'aria-label="Offices by calls heard".*?</tbody>') == 2


@pytest.mark.usefixtures("a_day")
def test_a_bar_leads_to_the_calls_that_it_has(rows, reads):
    page = reads("dashboard")
    assert "Of 2 who asked" in page
    assert rows(page, r'<details id="when-table">.*?</details>') == 2


def test_an_hour_that_comes_twice_has_two_bars_and_each_its_calls(called, session, counted, campaign, signed_in):
    for hour, many in ((5, 1), (6, 2), (7, 4)):
        for nth in range(many):
            call = called(at=datetime(2026, 11, 1, hour, 10 + nth, tzinfo=UTC), phone=f"+161755501{hour}{nth}")
            begun = {"what": What.BEGUN, "to_status": CallStatus.REQUESTED, "rank": 0, "source": EventSource.PAGE}
            session.add(CallEvent(call_id=call.id, **begun))
    session.commit()
    counted()
    chart = chart_of(session, Asked("today", Span.of_days(NOVEMBER_1, 1), campaign, {}, NOVEMBER_1))
    bars = {bar.title: (bar.all, bar.query) for bar in chart.bars if bar.all}
    assert {title: all_ for title, (all_, _) in bars.items()} == {
        "between 1 and 2 AM EDT": 1,
        "between 1 and 2 AM EST": 2,
        "between 2 and 3 AM": 4,
    }
    for title, (all_, query) in bars.items():
        page = signed_in.reads("/organizers/calls", **query)
        assert (len(ROWS.findall(page)), f"{title}: {all_} call" in page) == (all_, True)
        assert f"· {title.replace(' and', ' AM and')}<" in page
    both = signed_in.reads("/organizers/calls", day="2026-11-01", hour="1")
    assert len(ROWS.findall(both)) == 3


def test_an_hour_after_which_clocks_go_on_ends_as_any_other():
    assert hour_title(datetime(2026, 3, 8, 6, tzinfo=UTC)) == "between 1 and 2 AM"
    assert hour_title(datetime(2026, 11, 23, 16, tzinfo=UTC)) == "between 11 AM and 12 PM"
