"""Whether there is money for a call that somebody places to us: for all of it, for one sentence, or for nothing."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.calls.cost.at_most import holders_of, hotline_may_cost, sentence_costs
from app.campaigns.in_force import CampaignWords
from app.config import Settings
from app.limits.money.reserve import reserve


class NoMoneyLeft(Exception):
    """Not even for a sentence: whoever dials in is turned away before anybody answers, which costs nothing."""


@dataclass(frozen=True)
class Affording:
    """What is asked for a call that was just written down."""

    call_id: int
    words: CampaignWords
    settings: Settings
    now: datetime

    def whole_call(self, session: Session) -> bool:
        """Reserve what it may cost if they are connected."""
        may_cost = hotline_may_cost(self.call_id, self.words.id, holders_of(self.words), self.settings)
        return reserve(session, may_cost, self.now).is_there

    def sentence(self, session: Session) -> None:
        """Reserve what it costs to tell them something.

        Raises:
            NoMoneyLeft: that is spent, too.
        """
        if not reserve(session, sentence_costs(self.call_id, self.words.id, self.settings), self.now).is_there:
            raise NoMoneyLeft
