"""An import that waits for its moment."""

from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from app.representatives.importing import ImportRequest, ahead, plan_import, prepare
from models import PreparedImport

HEADER = b"name,chamber,district,party,phone,e-mail\n"
DECEMBER = datetime(2026, 12, 1, 17, tzinfo=UTC)


def a_prepared_import(session: Session) -> PreparedImport:
    """In January 2099 one seat of Massachusetts becomes vacant."""
    request = ImportRequest(state="MA", as_of=date(2026, 12, 1), source="a test", only=("25001",))
    plan = plan_import(session, HEADER, ahead(request, date(2099, 1, 7)))
    prepared = prepare(session, HEADER, plan, by="ana@example.org", now=DECEMBER)
    session.commit()
    return prepared
