"""A worker that runs, or ran until a while ago, as far as anybody can see."""

from sqlalchemy import text
from sqlalchemy.orm import Session

ALIVE = text("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - make_interval(secs => :ago))")


def a_worker(session: Session, ago: float = 0) -> None:
    """It told so many seconds ago that it is alive; no other does."""
    session.execute(text("DELETE FROM procrastinate_workers"))
    session.execute(ALIVE, {"ago": ago})
    session.commit()
