"""Templates and addresses are compiled once a process, for all the apps that tests make: half of an app was that."""

from collections.abc import Callable

from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache
from werkzeug.routing import Rule

Builder = Callable[..., tuple[str, str]]


class TemplatesOnce(BytecodeCache):
    """Keeps what a template was compiled to."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give back what was compiled."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._code[bucket.key] = bucket.bytecode_to_string()


class RuleOnce(Rule):
    """Keeps the function that writes an address of this form: it knows no more of its app than the names in it."""

    _built: dict[tuple[object, ...], Builder] = {}  # noqa: RUF012 - of all rules

    def _compile_builder(self, append_unknown: bool = True) -> Builder:
        of = (self.rule, self.subdomain, self.host, repr(self.defaults), append_unknown)
        if of not in self._built:
            self._built[of] = super()._compile_builder(append_unknown)
        return self._built[of]


def compile_once() -> None:
    """Let every app from now on share what was compiled for others."""
    Flask.jinja_options = {"bytecode_cache": TemplatesOnce()}
    Flask.url_rule_class = RuleOnce
