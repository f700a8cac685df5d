"""No dataclass is filled by position from a row, nor by spreading a mapping of which nobody knows what is in it."""

import ast
from collections.abc import Iterator
from functools import cache

import pytest

from tests.architecture.trees import nodes, trees

pytestmark = pytest.mark.no_cover  # it reads the sources, and runs none of them

COPIES = {"replace"}  # and whatever fills a dataclass anew


def name_of(node: ast.expr) -> str:
    """The last word of what is called, or of a decorator."""
    node = node.func if isinstance(node, ast.Call) else node
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def dataclasses_in(tree: ast.AST) -> Iterator[ast.ClassDef]:
    """The dataclasses of a file."""
    for node in nodes(tree):
        if isinstance(node, ast.ClassDef) and any(name_of(it) == "dataclass" for it in node.decorator_list):
            yield node


@cache
def dataclasses() -> set[str]:
    """The names of all that there are."""
    return {one.name for tree in trees().values() for one in dataclasses_in(tree)}


def is_spread(call: ast.Call) -> bool:
    """Whether several arguments come out of one value, by position or as a mapping."""
    return any(isinstance(it, ast.Starred) for it in call.args) or any(it.arg is None for it in call.keywords)


def tables(tree: ast.AST) -> set[str]:
    """What a file knows of the database: a table may be called as a dataclass elsewhere is."""
    imports = (node for node in nodes(tree) if isinstance(node, ast.ImportFrom) and node.module == "models")
    return {it.name for node in imports for it in node.names}


def spreads(tree: ast.AST) -> Iterator[int]:
    """The lines on which a dataclass is filled so; `cls` is one within its own class."""
    filled = (dataclasses() | COPIES) - tables(tree)
    own = {id(node) for one in dataclasses_in(tree) for node in ast.walk(one)}
    for node in nodes(tree):
        if isinstance(node, ast.Call) and is_spread(node):
            name = name_of(node)
            if name in filled or (name == "cls" and id(node) in own):
                yield node.lineno


def test_there_is_something_to_look_at():
    assert {"CallFacts", "LogRow", "LineReport"} <= dataclasses()


def test_no_dataclass_is_filled_by_position_or_by_a_spread():
    files = {file: tree for file, tree in trees().items() if file.startswith("app/")}
    assert not [f"{file}:{line}" for file, tree in files.items() for line in spreads(tree)]


@pytest.mark.parametrize(
    "code",
    [
        "LogRow(*row)",
        "[shown.LogRow(*row) for row in rows]",
        "LogRow(1, *row[3:])",
        "LogRow(**row)",
        "LogRow(id=1, **dict(row))",
        "replace(row, **more)",
        "@dataclass\nclass A:\n    def of(cls, row): return cls(*row)",
        "@dataclass(frozen=True)\nclass A:\n    def of(cls, row): return cls(**row)",
    ],
)
def test_what_is_filled_so_would_be_found(code):
    assert list(spreads(ast.parse(code)))


@pytest.mark.parametrize("code", ["LogRow(id=row.id)", "by_name(LogRow, row)", "replace(row, at=1)", "print(*row)"])
def test_what_is_filled_by_names_is_left_alone(code):
    assert not list(spreads(ast.parse(code)))
