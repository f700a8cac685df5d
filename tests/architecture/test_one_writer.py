"""A call's status, what happened to it, and what was reported of it have one writer each."""

import ast
import re

import pytest

from models import Call
from tests.architecture.trees import nodes, trees

pytestmark = pytest.mark.no_cover  # it reads the sources, and runs none of them

STATUS = "app/calls/life/status.py"
WRITERS = {"Call": STATUS, "CallEvent": "app/calls/life/events.py", "Feedback": "app/calls/life/reports.py"}
OF_ITS_OWN = "app/telephony/local_network"  # has calls and statuses of its own, and no database
IN_WORDS = re.compile(r"\b(update|insert\s+into)\s+(call|call_event|feedback)\b", re.IGNORECASE)


def sources():
    return ((name, tree) for name, tree in trees().items() if not name.startswith((OF_ITS_OWN, "models/")))


def is_named(node, *names):
    return isinstance(node, ast.Name) and node.id in names


def writes_status(node):
    """Whether this sets a status: `call.status = …`, `Call(status=…)`, `.values(status=…)` and the like."""
    match node:
        case ast.Assign() | ast.AnnAssign() | ast.AugAssign():
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            return any(isinstance(it, ast.Attribute) and it.attr == "status" for it in targets)
        case ast.Call(func=ast.Name(id="Call")):
            return names_status(node)
        case ast.Call(func=ast.Attribute(attr="values")):
            return is_about_call(node.func.value) and names_status(node)
        case ast.Call(func=ast.Attribute(attr="from_select")):
            return is_about_call(node.func.value) and any(map(is_status, ast.walk(node.args[0])))
        case ast.Call(func=ast.Name(id="setattr")):
            return any(isinstance(it, ast.Constant) and it.value == "status" for it in node.args)
    return False


def is_about_call(statement):
    """Whether a statement is about calls: `update(Call)…`, or one that a function of ours began."""
    begun = [it.func for it in ast.walk(statement) if isinstance(it, ast.Call) and isinstance(it.func, ast.Name)]
    inserts = [it for it in ast.walk(statement) if isinstance(it, ast.Call) and is_named(it.func, "insert", "update")]
    return any(is_named(it.args[0], "Call") for it in inserts) if inserts else bool(begun)


def names_status(call):
    keys = [it for arg in call.args for found in ast.walk(arg) if isinstance(found, ast.Dict) for it in found.keys]
    return any(it.arg == "status" for it in call.keywords) or any(map(is_status, keys))


def is_status(key):
    return (isinstance(key, ast.Constant) and key.value == "status") or (
        isinstance(key, ast.Attribute) and key.attr == "status" and is_named(key.value, "Call")
    )


def writes_rows(node, table):
    """Whether this writes new rows of a table: `insert(Table)`, or `Table(…)` to be added."""
    return isinstance(node, ast.Call) and (
        (is_named(node.func, "insert") and bool(node.args) and is_named(node.args[0], table))
        or (table != "Call" and is_named(node.func, table))
    )


def lines(tree, what):
    return [node.lineno for node in nodes(tree) if what(node)]


def test_one_file_writes_the_status_of_a_call():
    assert [name for name, tree in sources() if lines(tree, writes_status)] == [STATUS]


@pytest.mark.parametrize("table", WRITERS)
def test_one_file_writes_new_rows(table):
    assert [name for name, tree in sources() if lines(tree, lambda node: writes_rows(node, table))] == [WRITERS[table]]


def test_no_sql_in_words_goes_past_them():
    texts = ((name, node) for name, tree in sources() for node in nodes(tree) if isinstance(node, ast.Constant))
    assert not [name for name, node in texts if isinstance(node.value, str) and IN_WORDS.search(node.value)]


def test_a_call_without_a_status_is_refused_by_the_database():
    status = Call.__table__.c.status
    assert (status.nullable, status.default, status.server_default) == (False, None, None)


@pytest.mark.parametrize(
    "line",
    [
        "call.status = CallStatus.FAILED",
        "Call(campaign_id=1, status=CallStatus.ANSWERED)",
        "update(Call).where(Call.id == 1).values(status=CallStatus.FAILED)",
        "update(Call).values({Call.status: CallStatus.FAILED})",
        "insert(Call).values({'status': CallStatus.FAILED})",
        "_of(call_id).values(status='failed')",
        "insert(Call).from_select(['campaign_id', 'status'], rows)",
        "session.execute(update(Call).values({**others, 'status': 'failed'}).returning(Call.id))",
        "setattr(call, 'status', 'failed')",
    ],
)
def test_whoever_wrote_a_status_would_be_found(line):
    assert lines(ast.parse(line), writes_status)


@pytest.mark.parametrize("line", ["insert(CallEvent).from_select(a, b)", "session.add(CallEvent(call_id=1))"])
def test_whoever_told_an_event_would_be_found(line):
    assert lines(ast.parse(line), lambda node: writes_rows(node, "CallEvent"))
