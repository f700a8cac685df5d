"""Room that is kept on the database's disk, so that calls under way end well when the disk is full."""

from sqlalchemy import Integer
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Reserve(Base):
    """Rows of nothing, which take up room until it is needed: then they go at once.

    Unlogged, so that they also go by themselves where the database stopped for want of room, and can start again. It
    has no index, and nothing that PostgreSQL would keep elsewhere: to be emptied it needs no room itself.
    """

    __tablename__ = "reserve"

    row: Mapped[int] = mapped_column(Integer)

    __table_args__ = ({"prefixes": ["UNLOGGED"], "postgresql_with": {"fillfactor": 10, "autovacuum_enabled": "false"}},)
    __mapper_args__ = {"primary_key": [row]}  # noqa: RUF012 - as SQLAlchemy reads it
