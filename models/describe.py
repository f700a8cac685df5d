"""Writes docs/tables.md: every table with its keys, its relations and what it is for. `make tables` runs it."""

from collections.abc import Iterator

from sqlalchemy import Column, Table

from models import Base

INTRODUCTION = """\
# The tables

Made from the models by `make tables`; a test keeps it true. The drawings show keys; a line between two tables is named
after the column that makes it. The other columns, and what the database itself refuses, stand in `models/`.
"""
JOB_ENGINE = """\
## The job engine

Procrastinate's own; no model of ours describes them. `app/store/job_queue.py` writes jobs, `flask worker` runs them.

```mermaid
erDiagram
    procrastinate_workers |o--o{ procrastinate_jobs : worker_id
    procrastinate_jobs ||--o{ procrastinate_events : job_id
    procrastinate_jobs |o--o{ procrastinate_periodic_defers : job_id
```

- **`procrastinate_jobs`**: Which task is to run with what, from when, and how far it is.
- **`procrastinate_events`**: What happened to a job, and when.
- **`procrastinate_periodic_defers`**: For which moment a task that runs by the clock was written down already.
- **`procrastinate_workers`**: Who works, and when they last said so.

Alembic keeps one row in **`alembic_version`**: the newest migration of this database.
"""
FAMILIES = {
    "Representatives and their offices": (
        "representatives",
        "new_line",
        "prepared_import",
        "made_office",
        "office_hours",
    ),
    "Campaigns": ("campaign", "edition", "recording", "picture", "phone_bank", "action_day", "action_share"),
    "Calls": (
        "call",
        "call_event",
        "called_office",
        "leg",
        "carrier_event",
        "feedback",
        "consent",
        "legal_hold",
        "dial_in",
        "typed_form",
    ),
    "Statistics": ("counted", "counts"),
    "Pace and limits": (
        "pace",
        "placing_pause",
        "line_day",
        "do_not_call",
        "never_rung",
        "not_rung",
        "number_rung",
        "rate_limit",
        "visitor",
    ),
    "Money": ("money", "hold"),
    "Team": ("organizer", "team", "download"),
    "Carrier": ("carrier_setup",),
    "This server": ("reserve", "key_check", "web_heartbeat", "carrier_record"),
}
CLASSES = {mapper.local_table: mapper.class_ for mapper in Base.registry.mappers}
WITHOUT_CLASS = {"roles_users": ("organizer", "Which organizer has which role; Flask-Security makes it.")}


def describe() -> str:
    """The whole document."""
    return "\n".join([INTRODUCTION, *(_family(title, modules) for title, modules in FAMILIES.items()), JOB_ENGINE])


def _family(title: str, modules: tuple[str, ...]) -> str:
    tables = [table for module in modules for table in Base.metadata.tables.values() if _told(table)[0] == module]
    drawn = "\n".join(f"    {line}" for table in tables for line in (*_relations(table), *_entity(table)))
    sentences = "\n".join(map(_sentence, tables))
    return f"## {title}\n\n```mermaid\nerDiagram\n{drawn}\n```\n\n{sentences}\n"


def _told(table: Table) -> tuple[str, str]:
    """The file of a table, and the first line of what it is told to be."""
    if table.name in WITHOUT_CLASS:
        return WITHOUT_CLASS[table.name]
    model = CLASSES[table]
    return model.__module__.removeprefix("models."), (model.__doc__ or "").partition("\n")[0]


def _sentence(table: Table) -> str:
    module, sentence = _told(table)
    return f"- **`{table.name}`** ([{module}.py](../models/{module}.py)): {sentence}"


def _relations(table: Table) -> Iterator[str]:
    for column in table.columns:
        for key in column.foreign_keys:
            yield f"{key.column.table.name} {_how_many(table, column)} {table.name} : {column.name}"


def _how_many(table: Table, column: Column[object]) -> str:
    """None, one or many, as Mermaid writes it."""
    alone = column.unique or list(table.primary_key.columns) == [column]
    return f"{'|o' if column.nullable else '||'}--{'o|' if alone else 'o{'}"


def _entity(table: Table) -> Iterator[str]:
    yield f"{table.name} {{"
    for column in table.columns:
        keys = ["PK"] * column.primary_key + ["FK"] * bool(column.foreign_keys)
        if keys:
            yield f"    {column.type.python_type.__name__} {column.name} {','.join(keys)}"
    yield "}"


if __name__ == "__main__":
    print(describe(), end="")  # noqa: T201 - it is what this program is for
