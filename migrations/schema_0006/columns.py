"""How the tables of this migration are written: columns hold something unless they say otherwise, names follow rules.

Everything stands here once more, and nothing comes from `models`: those go on changing, a migration never does.
"""

from typing import Any

import sqlalchemy as sa

schema = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

WORD = sa.String(32)  # one of the values of an enum of ours
EMAIL = sa.String(255)
E164 = sa.String(16)
LANGUAGE = sa.String(8)
MOMENT = sa.DateTime(timezone=True)


def table(name: str, *parts: sa.schema.SchemaItem) -> None:
    """Put a table into the schema."""
    sa.Table(name, schema, *parts)


def column(name: str, kind: Any, *parts: sa.schema.SchemaItem, **how: Any) -> sa.Column[Any]:
    """A column that is never NULL, unless `nullable=True`."""
    return sa.Column(name, kind, *parts, **{"nullable": False, **how})


def row_id() -> sa.Column[Any]:
    """What most rows are known by."""
    return column("id", sa.BigInteger, sa.Identity(), primary_key=True)


def key_of(name: str, other: str, *, kind: Any = sa.BigInteger, ondelete: str | None = None, **how: Any) -> Any:
    """A column that names a row of another table."""
    return column(name, kind, sa.ForeignKey(other, ondelete=ondelete), **how)


def now(name: str) -> sa.Column[Any]:
    """When the row was written, unless somebody says otherwise."""
    return column(name, MOMENT, server_default=sa.func.now())
