"""Entry points open a unit of work and commit; use cases never do, but the few that are given the unit and say why."""

import ast
import re

import pytest

from tests.architecture.test_source import PRODUCT, ROOT
from tests.architecture.trees import nodes, trees

pytestmark = pytest.mark.no_cover  # it reads the sources, and runs none of them

# The unit itself, and Alembic, which begins its transactions itself.
COMMITS = {"app/store/unit.py", "app/store/migrate.py", "app/store/patient.py"}
ENTRY_POINTS = re.compile(r"app/(api|cli|health|jobs|organizers|recordings|voice|web|seed|one_process)\b")
ENDS = {"commit", "rollback", "begin", "begin_nested"}  # a transaction, past the unit
IN_THE_MIDDLE = "commit_so_far"
FILES = [str(path.relative_to(ROOT)) for path in PRODUCT]
USE_CASES = sorted(name for name in FILES if name.startswith("app/") and not ENTRY_POINTS.match(name))


def calls(tree, names):
    """Where a method of one of these names is called."""
    found = (node for node in nodes(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute))
    return [node for node in found if node.func.attr in names]


def functions(tree):
    return [node for node in nodes(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def units_of(function):
    """The parameters that are a unit of work."""
    arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return {it.arg for it in arguments if isinstance(it.annotation, ast.Name) and it.annotation.id == "Unit"}


def silent(tree):
    """Functions that commit in the middle without being given the unit, or without saying so in their first line."""
    for function in functions(tree):
        on = {ast.unparse(call.func.value) for call in calls(function, {IN_THE_MIDDLE})}
        says = "commits" in (ast.get_docstring(function) or "").partition("\n")[0].lower()
        if on and not (on <= units_of(function) and says):
            yield function


def opens(tree):
    """Where a unit is opened."""
    return [it for it in nodes(tree) if isinstance(it, ast.Call) and ast.unparse(it.func) in {"unit", "Unit"}]


def places(names, find):
    """File and line of everything that is found in these files, but where it belongs."""
    own = [name for name in names if name not in COMMITS]
    return [f"{name}:{it.lineno}" for name in own for it in find(trees()[name])]


def test_nobody_commits_past_the_unit():
    assert not places(FILES, lambda tree: calls(tree, {"commit"}))


def test_a_use_case_begins_commits_and_undoes_nothing_past_its_unit():
    assert not places(USE_CASES, lambda tree: calls(tree, ENDS))


def test_a_use_case_opens_no_unit():
    assert not places(USE_CASES, opens)


def test_whoever_commits_in_the_middle_is_given_the_unit_and_says_so_in_its_first_line():
    assert not places(USE_CASES, silent)
    assert places(USE_CASES, lambda tree: calls(tree, {IN_THE_MIDDLE}))


SAYS_NOTHING = """
def f(work: Unit):
    "Ring."
    work.commit_so_far()
"""
WAS_GIVEN_NOTHING = """
def f(session):
    "Ring; commits before."
    Unit(session).commit_so_far()
"""
SAYS_SO = """
def f(work: Unit):
    "Ring; commits before, since no transaction is open meanwhile."
    work.commit_so_far()
"""


@pytest.mark.parametrize("function", [SAYS_NOTHING, WAS_GIVEN_NOTHING])
def test_whoever_did_otherwise_would_be_found(function):
    assert list(silent(ast.parse(function)))


def test_whoever_is_given_the_unit_and_says_so_may():
    assert not list(silent(ast.parse(SAYS_SO)))


@pytest.mark.parametrize("line", ["session.commit()", "self._session.rollback()", "with engine.begin(): ..."])
def test_whoever_went_past_the_unit_would_be_found(line):
    assert calls(ast.parse(line), ENDS)
