"""Runs migrations on the connection that `app.store.migrate` hands over."""

from typing import Any

from alembic import context
from sqlalchemy.types import TypeDecorator

from models import Base

# Procrastinate brings its own tables, functions and types; its names all begin so.
FOREIGN_PREFIX = "procrastinate_"


def _is_ours(name: str | None, kind: str, _parents: Any) -> bool:
    return not (kind == "table" and name is not None and name.startswith(FOREIGN_PREFIX))


def _plain_type(kind: str, item: Any, _context: Any) -> Any:
    """Write a library's own column type as the database type behind it: a migration must not need the library."""
    return f"sa.{item.impl!r}" if kind == "type" and isinstance(item, TypeDecorator) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    include_name=_is_ours,
    render_item=_plain_type,
    compare_server_default=True,
    transaction_per_migration=True,
    render_as_batch=False,
)
with context.begin_transaction():
    context.run_migrations()
