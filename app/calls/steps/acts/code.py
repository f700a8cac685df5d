"""The code on a page, keyed on the hotline: join the page that shows it, if it is none that was found by trying."""

from dataclasses import replace

from app.calls.begin.join import admitted, joins_page, tries_code, try_of
from app.calls.life.carrier_events import kept
from app.calls.shown.call import CallFacts
from app.calls.steps.acts.search import everybody
from app.calls.steps.arrival import Arrival, Further, Situation
from app.calls.steps.at_hand import AtHand
from app.calls.steps.means import keeping
from app.calls.whom.sitting_now import planned_today

_TRIED, _JOINED = keeping(tries_code), keeping(joins_page)
_TRIED_AND_JOINED = keeping(joins_page, gate=lambda call: kept(admitted(call)))


def join_page(own: AtHand, call: CallFacts, arrival: Arrival, unknown: Situation) -> Situation:
    """Join the page that shows the code, or go where an unknown code leads. Nobody's tries count in a rehearsal.

    Since the page was made somebody may have left their seat: whoever sits there now is called.
    """
    page = None if call.every_office else call.page
    tried = {} if call.rehearsal else try_of(own.vault, own.heard.caller, call.campaign_id, own.clock())
    missed = replace(unknown, further=Further(_TRIED, tried)) if tried else unknown
    if page is None:
        return missed
    statement = _TRIED_AND_JOINED if tried else _JOINED
    today = planned_today(page.offices, own.words_of(call), everybody(own, call))
    joins = Further(statement, {**replace(page, offices=today).values(), **tried}, otherwise=missed)
    return Situation(replace(arrival, step="code_accepted"), call, further=joins)
