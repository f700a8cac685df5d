"""Whatever is told, in whatever order and however often, lost, corrected or taken back: statistics equal a recount."""

from hypothesis import given
from hypothesis import strategies as st

from app.calls.life.reports import Report
from app.calls.run.correct import correct, take_back
from app.calls.run.feedback import report_outcome
from app.statistics.counting import count
from models import ReportedOutcome, Stance
from tests.statistics.recount import by_hand, stored
from tests.world.calls import CHANGEABLE
from tests.world.carrier.stories import HOW_MANY, a_new_carrier
from tests.world.examples import WHOLE_CALLS
from tests.world.one_unit import kept


def says(report):
    return lambda session, call_id: report_outcome(session, call_id, 0, report, CHANGEABLE)


def corrects(report):
    return lambda session, call_id: correct(session, call_id, 0, report)


WHAT = st.builds(Report, st.sampled_from(ReportedOutcome), st.sampled_from([None, *Stance]))
REPORTS, CORRECTIONS = WHAT.map(says), WHAT.map(corrects)


def taken_back(session, call_id):
    take_back(session, call_id, 0)


@st.composite
def told(draw):
    """Which parts of some calls are told, in which order; what is said of them; when it is counted."""
    stories = draw(st.lists(st.sampled_from([*HOW_MANY]), min_size=1, max_size=2))
    parts = [(nth, part) for nth, story in enumerate(stories) for part in range(HOW_MANY[story])]
    happens = draw(st.lists(st.sampled_from(parts), min_size=1, max_size=2 * len(parts)))
    said = st.one_of(REPORTS, CORRECTIONS, st.just(taken_back))
    reports = draw(st.lists(st.tuples(st.integers(0, len(stories) - 1), said), max_size=4))
    in_order = draw(st.booleans())
    happens = sorted(happens) if in_order else happens
    every = [*happens, *reports] if draw(st.booleans()) else [*reports, *happens]
    return stories, every, draw(st.sets(st.integers(0, len(every)), max_size=3))


@WHOLE_CALLS
@given(told())
def test_statistics_equal_a_recount(app, session, campaign, what):
    stories, every, counted_at = what
    calls = []
    for story in stories:
        carrier = a_new_carrier(app, session, campaign)
        calls.append((carrier, list(story(carrier))))
    for nth, (which, happened) in enumerate(every):
        if nth in counted_at:
            kept(session, lambda work: count(work, app.extensions["ringdown"].clock))
        carrier, story = calls[which]
        if isinstance(happened, int):
            story[happened]()
        else:
            happened(session, carrier.call_id)
            session.commit()
    kept(session, lambda work: count(work, app.extensions["ringdown"].clock))
    assert stored(session) == by_hand(session)
