"""No page reads more where the log is longer."""

from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import update

from app.calls.inbox import reading
from app.calls.later.outside import agreed_outside
from app.calls.queue.claim import rest_line
from app.calls.shown.log import counts, notes, search
from app.campaigns.action.day import ActionDay
from app.clock import EASTERN
from app.guard.route_classes import DOWNLOAD
from app.organizers.log.choices import OUTCOME_OF
from app.representatives.opening import Span
from app.statistics.looking import where_to_look
from models import Call, CallStatus, Feedback
from tests.organizers.conftest import CSRF
from tests.world.addresses import working_addresses
from tests.world.calls import a_call, office_of
from tests.world.people.supporter import Supporter


@pytest.fixture
def looked_at(monkeypatch):
    """Searches stop after so few calls, days and notes that the shorter log, too, has more."""
    of_notes = (
        *((notes, name) for name in ("LOOKED_AT", "OPENED", "NEWEST")),
        (reading, "LOOKED_AT"),
        (reading, "OPENED"),
    )
    for module, name in ((search, "MOST"), (counts, "COUNTED"), (where_to_look, "MOST_CALLS"), *of_notes):
        monkeypatch.setattr(module, name, 100)
    monkeypatch.setattr(where_to_look, "MOST_DAYS", 5)


@pytest.mark.usefixtures("looked_at")
def test_no_page_that_can_be_opened_reads_more(grows):
    def every_page(world):
        client = world.signed_in().client
        addresses = working_addresses(world.app, client, world.campaign, world.session)
        pages = [it.path for it in addresses if it.route_class is not DOWNLOAD]  # a file has all that was asked for
        return lambda: [client.get(path) for path in pages]

    assert grows(every_page) == []


@pytest.mark.usefixtures("looked_at")
@pytest.mark.parametrize("where", [{}, {"campaign": "{campaign}"}, {"day": "{yesterday}"}, {"rehearsals": "1"}])
def test_the_log_reads_no_more_whatever_is_looked_for(grows, where):
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date()

    def every_outcome(world):
        organizer = world.signed_in()
        query = {name: value.format(campaign=world.campaign, yesterday=yesterday) for name, value in where.items()}
        every = [query, *(query | {"outcome": outcome} for outcome in OUTCOME_OF)]
        return lambda: [organizer.reads("/organizers/calls", **one) for one in every]

    assert grows(every_outcome) == []


ALONE = (
    *("town=Monson", "town=Nowhere", "office=25048", "language=en", "language=ht", "stance=yes", "hour=3"),
    *("kind=hotline", "kind=through-us", "kind=own-phone", "kind=written", "kind=to-its-owner"),
)
TOGETHER = (
    "town=Monson&sort=oldest",
    "town=Monson&office=25048&outcome=line-busy",
    "outcome=came-talked",
    "outcome=line-busy&also=said-contact&town=Monson",
    "outcome=came-wrong-number&campaign={campaign}",
    "hour=3&town=Monson",
    "hour=3&sort=oldest",
    "hour=3&campaign={campaign}",
    "hour=3&outcome=line-busy",
    "hour=3&outcome=came-talked&stance=yes",
    "hour=3&from=2026-01-05",
    "hour=1-edt",
    "hour=0&rehearsals=1",
    "kind=written&outcome=said-wrote",
    "kind=written&campaign={campaign}",
    "kind=through-us&from=2026-01-05",
    "outcome=line-busy&also=line-busy",
    "outcome=ended-completed&also=ended-busy&campaign={campaign}",
    "town=Monson&rehearsals=1",
    "noted=1",
    "words=kind&town=Monson",
    "sort=longest",
    "sort=longest&town=Monson",
    "sort=longest&campaign={campaign}&outcome=line-busy",
    "sort=longest&from=2026-01-05",
    "sort=longest&rehearsals=1",
    "sort=office",
    "sort=office&town=Monson&outcome=line-busy",
    "sort=office&office=25048",
    "sort=office&rehearsals=1",
)


@pytest.mark.usefixtures("looked_at")
def test_the_log_reads_no_more_by_whatever_it_is_looked_through(grows):
    def every_filter(world):
        organizer = world.signed_in()
        every = [query.format(campaign=world.campaign) for query in (*ALONE, *TOGETHER)]
        return lambda: [organizer.reads(f"/organizers/calls?{query}") for query in every]

    assert grows(every_filter) == []


BUSY = (
    *("", "day={today}", "campaign={campaign}&day={today}", "hour={hour}", "hour={hour}&day={today}&sort=oldest"),
    *("office=25048", "stance=yes", "language=ht", "outcome=came-talked", "outcome=came-refused&sort=oldest"),
    *("kind=own-phone", "kind=through-us&language=ht", "town=Monson", "outcome=line-busy&also=said-contact"),
)


@pytest.mark.usefixtures("looked_at")
@pytest.mark.parametrize("every", ["5 seconds"])
def test_a_day_of_many_calls_is_not_looked_through_as_a_whole(grows):
    then = datetime.now(UTC).astimezone(EASTERN) - timedelta(minutes=20)

    def every_filter(world):
        organizer = world.signed_in()
        told = {"campaign": world.campaign, "today": then.date().isoformat(), "hour": then.hour}
        return lambda: [organizer.reads(f"/organizers/calls?{query.format(**told)}") for query in BUSY]

    assert grows(every_filter) == []


NONE_COUNTED = ("town=Nowhere", "language=ht", "outcome=said-skip", "town=Nowhere&outcome=line-busy", "from=2099-01-01")


@pytest.mark.usefixtures("looked_at")
def test_whether_there_is_a_call_of_which_none_is_counted_is_told_without_reading_more(grows):
    def before_the_file(world):
        organizer = world.signed_in()

        def told():
            for query in NONE_COUNTED:
                assert "There is no such call yet" in organizer.reads(f"/organizers/calls/file?{query}"), query

        return told

    assert grows(before_the_file) == []


NOTES = ("", "show=every", "show=needs-answer", "stance=yes", "office=25048", "tag=x", "words=kind", "from=2026-01-05")


@pytest.mark.usefixtures("looked_at")
def test_notes_are_looked_through_and_marked_without_reading_more(grows):
    def every_filter(world):
        organizer = world.signed_in()
        last = world.session.query(Feedback.id).filter(Feedback.note_sealed.is_not(None)).order_by(Feedback.id.desc())
        ids, token = [it.id for it in last.limit(3)], CSRF.search(organizer.reads())[1]

        def all_of_it():
            for query in NOTES:
                organizer.reads(f"/organizers/notes?{query}")
            for do in ("read", "needs-answer", "answered"):
                organizer.sends(f"/organizers/notes/{ids[0]}/mark", csrf_token=token, do=do)
            organizer.sends(f"/organizers/notes/{ids[1]}/tags", csrf_token=token, tag="hearing")
            organizer.sends("/organizers/notes/unread", csrf_token=token, notes=",".join(map(str, ids)))

        return all_of_it

    assert grows(every_filter) == []


def test_what_a_day_of_action_moves_is_told_without_reading_more(grows):
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date()
    day = ActionDay(
        id=1, day=yesterday, goal=100, hours=Span(540, 1020), share=None, others=False, waves=(), sharers=()
    )

    def agreed(world):
        call = a_call(world.session, world.own, world.campaign, phone="+16175550166")
        ring_at = datetime.combine(yesterday, time(12), EASTERN)
        is_agreed = {"status": CallStatus.SCHEDULED, "ring_at": ring_at, "ring_until": ring_at + timedelta(days=2)}
        world.session.execute(update(Call).where(Call.id == call.id).values(**is_agreed))
        world.session.commit()

        def told():
            assert agreed_outside(world.session, world.campaign, day) >= 1

        return told

    assert grows(agreed) == []


TOLD = (
    *("campaigns/{campaign}/said", "campaigns/{campaign}/said?tag=hearing", "campaigns/{campaign}/said?span=7"),
    *("blocked?month=2026-01", "campaigns/{campaign}/public-numbers", "campaigns/{campaign}/action-days"),
    *("campaigns/{campaign}/dashboard?span=all", "dashboard/map?span=all", "dashboard/wall?span=all"),
)


@pytest.mark.usefixtures("looked_at")
def test_what_came_of_it_is_told_without_reading_more(grows):
    def every_page(world):
        client = world.signed_in().client
        paths = [f"/organizers/{path.format(campaign=world.campaign)}" for path in TOLD]

        def looks():
            for path in paths:
                assert client.get(path).status_code == 200, path

        return looks

    assert grows(every_page) == []


def test_far_back_in_the_log_a_page_reads_no_more(grows):
    def the_oldest(world):
        organizer = world.signed_in()
        oldest = world.session.query(Call).order_by(Call.created_at).offset(60).first()
        before = world.own.tokens.sign("log-cursor", [oldest.created_at.isoformat(), oldest.id])
        return lambda: [organizer.reads("/organizers/calls", before=before, outcome=it) for it in ("", "said-skip")]

    assert grows(the_oldest) == []


def test_an_old_call_is_told_without_reading_more(grows):
    def an_old_call(world):
        organizer = world.signed_in()
        call_id = world.session.query(Call.id).order_by(Call.created_at).limit(1).scalar()
        return lambda: organizer.reads(f"/organizers/calls/{call_id}")

    assert grows(an_old_call) == []


def test_a_supporter_asks_to_be_called_cancels_and_tells_without_reading_more(grows):
    def a_supporter(world):
        client = world.app.test_client()
        supporter = Supporter(client)

        def does_all():
            page = supporter.asks_to_be_called(phone="617 555 0177").location.partition("#")[0]
            client.get(f"{page}/progress")
            client.post(f"{page}/cancel")
            client.post(f"{page}/feedback", data={"outcome": "voicemail"})
            assert client.get(page).status_code == 200
            supporter.asks_to_be_called(dial="1", phone="")

        return does_all

    assert grows(a_supporter) == []


def test_whoever_would_wait_for_long_is_told_without_reading_more(grows):
    def comes_while_the_line_rests(world):
        rest_line(world.session, office_of(world.session, "Mindy Domb").number, world.own.clock(), timedelta(hours=1))
        world.session.commit()
        supporter = Supporter(world.app.test_client())
        return lambda: supporter.asks_to_be_called(phone="617 555 0178", town="Amherst").text.index("Be rung later")

    assert grows(comes_while_the_line_rests) == []


def test_a_place_is_kept_without_reading_more(grows):
    def was_asked(world):
        supporter = Supporter(world.app.test_client())
        page = supporter.asks_to_be_called(phone="617 555 0179").location.partition("#")[0]
        long_ago = world.own.clock() - timedelta(minutes=1)
        world.session.execute(update(Call).where(Call.status == CallStatus.REQUESTED).values(ring_until=long_ago))
        world.session.commit()
        return lambda: supporter.client.post(f"{page}/keep")

    assert grows(was_asked) == []


def test_the_one_log_is_about_ten_times_as_long_as_the_other(worlds):
    counts = []
    for world in worlds:
        with world.app.app_context():
            counts.append(world.session.query(Call).filter(Call.status == CallStatus.COMPLETED).count())
    assert counts[1] > 9 * counts[0]
