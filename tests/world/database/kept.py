"""Everything that the database keeps, as one value: what changed nothing leaves it as it was."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from models import Base
from tests.world.database.emptying import JOBS

# A digest of each table's rows, whatever their order.
DIGESTS = text(
    " UNION ALL ".join(
        f"SELECT '{name}', md5(coalesce(string_agg(one::text, '|' ORDER BY one::text), '')) FROM {name} AS one"  # noqa: S608 - names of ours
        for name in (*Base.metadata.tables, *JOBS)
    )
)


def everything_kept(session: Session) -> dict[str, str]:
    """What every table holds now, by its name."""
    session.rollback()
    return {name: digest for name, digest in session.execute(DIGESTS)}  # noqa: C416 - rows are no pairs to mypy
