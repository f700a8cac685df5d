"""A server that was restored from a backup rings nobody until an admin has looked.

It does not know what came after the backup: calls that were placed since, whoever asked to be left in peace since
(unless the journal beside the keys is there), and whether the server that it was taken from still runs, and rings the
same people.
"""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.limits.holds.change import Held, hold
from models import EVERY_CAMPAIGN, Hold, WhyHeld

RESTORED = Held(EVERY_CAMPAIGN, WhyHeld.RESTORED)
SENTENCE = (
    "This server was restored from a backup of {made}. It knows nothing of calls since then{refusals}. Before it "
    "rings: see that the old server is off for good, and that the log is whole."
)
KNOWN = "; who asked since then not to be called, the journal told"
UNKNOWN = ", nor of who asked since then not to be called"

# The last statements of the transaction that restores: a worker that waits already must not be faster. A backup of
# before there were holds gets its own below, once its tables are brought up to date, and before anybody serves it.
AT_ONCE = f"""
DO $$ BEGIN
    IF to_regclass('hold') IS NOT NULL THEN
        DELETE FROM hold WHERE why = '{WhyHeld.RESTORED.value}';
        INSERT INTO hold (campaign_id, why, sentence, since)
            VALUES ({EVERY_CAMPAIGN}, '{WhyHeld.RESTORED.value}', 'It was restored from a backup.', clock_timestamp());
    END IF;
END $$;
"""  # nosec B608 # of our own constants


def hold_restored(session: Session, made: str, now: datetime, *, knows_refusals: bool = False) -> None:
    """Ring nobody from now on, and tell whoever runs this server why."""
    told = SENTENCE.format(made=made, refusals=KNOWN if knows_refusals else UNKNOWN)
    mine = (Hold.why == WhyHeld.RESTORED, Hold.over_at.is_(None))
    session.execute(delete(Hold).where(*mine))  # in its place comes one that says more
    hold(session, RESTORED, told[:300], now)
