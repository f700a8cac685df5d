"""Whatever arrives, in whatever order and however often, whoever dies meanwhile: the log is right in five minutes."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import func, select, text

from app.calls.run.reconcile import Reconciling, reconcile_due
from app.calls.run.to_ask_about import claim_next
from app.calls.steps.lately import Lately
from models import ENDINGS, Call, CallEvent, Leg
from tests.world.carrier.known_by_it import TURNS, WHEN, StoryCarrier
from tests.world.carrier.signed_sender import BEGUN
from tests.world.carrier.stories import a_busy_office, a_conversation, a_new_carrier, nobody_home
from tests.world.examples import sized
from tests.world.one_unit import kept

RIGHT_WITHIN = 300  # seconds
LOOKS_EVERY = 15
OF_A_TEST = "of a test"  # a queue of which no worker takes
# Status, line outcome and seconds of talk; how long it rang is known to a few seconds where no report told of it.
ENDS = {
    a_conversation: ("completed", "answered", 42),
    a_busy_office: ("completed", "busy", 0),
    nobody_home: ("no-answer", None, 0),
}
# What was changed just now by the database's clock, was changed at the story's time.
AS_OF = text(
    "UPDATE call SET status_since = :now, ended_at = CASE WHEN ended_at IS NOT NULL THEN CAST(:now AS timestamptz) END"
    " WHERE id = :id AND status_since <> :before RETURNING id"
)


class ACall(RuleBasedStateMachine):
    """One call, from when the carrier was asked to ring: no answer of it was ever heard."""

    def __init__(self, app, session, campaign):
        super().__init__()
        self.app, self.session, self.campaign = app, session, campaign
        self.seconds, self.ended_as, self.since = -1, None, None

    @initialize(story=st.sampled_from([*ENDS]), lags=st.sampled_from([0, 20, 60]), data=st.data())
    def begins(self, story, lags, data):
        self.story, self.sender = story, a_new_carrier(self.app, self.session, self.campaign)
        self.carrier, self.events = StoryCarrier(story, self.sender, lags), list(story(self.sender))
        self.how = Reconciling(self.carrier, self.app.extensions["ringdown"].vault, OF_A_TEST)
        may_be_lost = [nth for nth in range(len(self.events)) if nth not in TURNS[story]]
        of_the_office = [nth for nth in may_be_lost if nth > max(TURNS[story], default=0)][:-1]  # not the end
        some = st.sets(st.sampled_from(may_be_lost))
        self.lost = data.draw(st.one_of(some, st.sampled_from([set(of_the_office), set(may_be_lost)])))
        self.in_vain = data.draw(st.integers(0, 2))  # questions in the end
        self._is_so_at_the_storys_time()

    @rule(seconds=st.integers(1, 120), data=st.data())
    def time_passes(self, seconds, data):
        """What happens meanwhile is told in any order, but for turns of which each leads to the next."""
        happen = self._happened(self.seconds + 1, self.seconds + seconds) - self.lost
        self._is_at(self.seconds + seconds)
        turns = sorted(happen.intersection(TURNS[self.story]))
        for nth in (*turns, *data.draw(st.permutations(sorted(happen.difference(turns))))):
            self._is_told(nth)

    @rule(data=st.data())
    def something_that_happened_is_told_again(self, data):
        if happened := sorted(self._happened(0, self.seconds)):
            self._is_told(data.draw(st.sampled_from(happened)))

    @rule(is_away=st.booleans())
    def the_carrier_is_asked(self, is_away):
        self._is_asked(is_away=is_away)

    @rule()
    def a_worker_dies_as_it_asks(self):
        kept(self.session, lambda work: claim_next(work.session, self._now()))

    @rule()
    def the_web_server_begins_anew(self):
        """It knows nothing of the turns that were taken before."""
        own = self.app.extensions["ringdown"]
        self.app.extensions["ringdown"] = replace(own, lately=Lately())

    @invariant()
    def is_over_once(self):
        if not hasattr(self, "story"):
            return
        self._is_so_at_the_storys_time()
        call = self._call()
        assert self.ended_as in {None, call.status}
        self.ended_as = call.status if call.status in ENDINGS else None

    def teardown(self):
        """In the end the carrier is asked as often as it always is, and twice in vain at most."""
        if not hasattr(self, "story"):
            return
        for nth in sorted(self._happened(self.seconds + 1, WHEN[self.story][-1]) - self.lost):
            self._is_at(WHEN[self.story][nth])
            self._is_told(nth)
        until = self.seconds + RIGHT_WITHIN
        while self.seconds < until:
            self._is_at(self.seconds + LOOKS_EVERY)
            self.in_vain -= self._is_asked(is_away=self.in_vain > 0)
            self.is_over_once()
        call = self._call()
        assert (call.status, call.line_outcome, call.talk_seconds) == ENDS[self.story]
        assert None not in {call.ring_seconds, call.total_seconds}
        assert (self.carrier.rung, self._ends(), self._legs()) == (0, 1, 1 if self.story is nobody_home else 2)

    def _happened(self, since, until):
        return {nth for nth, at in enumerate(WHEN[self.story]) if since <= at <= until}

    def _is_at(self, seconds):
        self.seconds = self.carrier.seconds = seconds

    def _is_asked(self, *, is_away):
        """Ask the carrier, if it is time to; returns how often it was."""
        self.carrier.is_away = is_away
        return kept(self.session, lambda work: reconcile_due(work, self.how, self._now))

    def _is_told(self, nth):
        assert self.events[nth]().status_code == 200

    def _now(self):
        return BEGUN + timedelta(seconds=self.seconds)

    def _call(self):
        self.session.rollback()
        return self.session.get_one(Call, self.sender.call_id, populate_existing=True)

    def _is_so_at_the_storys_time(self):
        self.session.rollback()
        known = {"id": self.sender.call_id, "now": self._now(), "before": self.since or BEGUN - timedelta(days=1)}
        if self.session.execute(AS_OF, known).all():
            self.since = self._now()
        self.session.commit()

    def _ends(self):
        ended = CallEvent.to_status.in_(ENDINGS), CallEvent.call_id == self.sender.call_id
        return self.session.scalar(select(func.count()).where(*ended))

    def _legs(self):
        return self.session.scalar(select(func.count()).where(Leg.call_id == self.sender.call_id))


def test_the_log_is_right_five_minutes_after_a_call(another_app, session, campaign):
    # All of them reach one line, which neither has had enough for today nor rests because it was busy for another.
    app = another_app(office_calls_per_day=1_000_000, line_rest_minutes=0)
    tried = settings(max_examples=sized(20, 500), stateful_step_count=sized(20, 40))
    run_state_machine_as_test(lambda: ACall(app, session, campaign), settings=tried)
