"""Templates, addresses and statements are compiled once, for all the apps that tests make: half of an app was that."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask
from jinja2 import FileSystemBytecodeCache
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.engine import Engine
from sqlalchemy.util import LRUCache
from werkzeug.routing import Rule

Builder = Callable[..., tuple[str, str]]

TEMPLATES = Path(__file__).resolve().parents[2] / "instance" / "test-templates"  # by what they say: never out of date
STATEMENTS = 4000  # more than all tests send


class RuleOnce(Rule):
    """Keeps the function that writes an address of this form: it knows no more of its app than the names in it."""

    _built: dict[tuple[object, ...], Builder] = {}  # noqa: RUF012 - of all rules

    def _compile_builder(self, append_unknown: bool = True) -> Builder:
        of = (self.rule, self.subdomain, self.host, repr(self.defaults), append_unknown)
        if of not in self._built:
            self._built[of] = super()._compile_builder(append_unknown)
        return self._built[of]


def compile_once() -> None:
    """Let every app from now on share what was compiled for others, and other processes share the templates."""
    TEMPLATES.mkdir(parents=True, exist_ok=True)
    Flask.jinja_options = {"bytecode_cache": FileSystemBytecodeCache(str(TEMPLATES))}
    Flask.url_rule_class = RuleOnce
    _statements_once()


def _statements_once() -> None:
    """All engines keep what they compiled in one place: what speaks the same dialect writes the same SQL."""
    shared: LRUCache[Any, Any] = LRUCache(STATEMENTS)
    Engine._compiled_cache = property(lambda _: shared, lambda _, _own: None)  # noqa: SLF001 - it has no setting for it
    PGDialect_psycopg.__hash__ = lambda self: hash(type(self))
    PGDialect_psycopg.__eq__ = lambda self, other: type(self) is type(other)
