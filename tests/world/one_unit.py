"""Lets tests do what entry points do: a use case within one unit of work."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.orm import Session

from app.store.unit import Unit, unit

T = TypeVar("T")


def kept(session: Session, do: Callable[[Unit], T]) -> T:
    """Do something as one unit of work; what is done is committed."""
    with unit(session) as work:
        return do(work)
