"""Every column of every table is in the table of what is kept, once, and PRIVACY.md is made from it."""

from collections import Counter

import pytest
from sqlalchemy import text

from app.privacy.describe import page
from app.privacy.table import TABLE, Form
from app.store.standing import ROOT
from models.base import Base

ENTRIES = [entry for entries in TABLE.values() for entry in entries]
TOLD = Counter(name for entry in ENTRIES for name in entry.names)


@pytest.fixture
def columns(session):
    """Those of the database, whoever made its tables; but for the one that says which migration it is at."""
    there = text("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'")
    return {".".join(row) for row in session.execute(there)} - {"alembic_version.version_num"}


def test_every_column_is_told(columns):
    assert sorted(columns - set(TOLD)) == []


def test_nothing_is_told_that_is_not_kept(columns):
    assert sorted(set(TOLD) - columns) == []


def test_nothing_is_told_twice():
    assert [name for name, times in TOLD.items() if times > 1] == []


def test_every_entry_says_what_why_and_until_when():
    assert all(entry.what and entry.why and entry.until for entry in ENTRIES)


def test_what_is_sealed_or_hashed_is_bytes():
    """A column in clear that was called sealed would be noticed here."""
    types = {f"{t.name}.{c.name}": c.type.python_type for t in Base.metadata.sorted_tables for c in t.columns}
    sealed = [name for entry in ENTRIES if entry.form is Form.DAY for name in entry.names]
    assert {types[name] for name in sealed} == {bytes}


def test_the_page_is_made_from_the_table():
    assert (ROOT / "PRIVACY.md").read_text() == page(), "run `make privacy`"
