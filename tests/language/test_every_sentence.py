"""Every sentence of a supporter's page stands in the catalogs: one that is written without its mark is found here."""

import ast
import re
from pathlib import Path

import jinja2
import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "app" / "templates"
NOT_FOR_SUPPORTERS = {"organizers", "security", "accounts"}
PAGES = [it for it in sorted(TEMPLATES.rglob("*.html")) if it.relative_to(TEMPLATES).parts[0] not in NOT_FOR_SUPPORTERS]
ROOMS = ("web", "representatives/places", "representatives/split_towns", "calls/whom", "limits/rings")
SOURCES = [path for room in ROOMS for path in sorted((ROOT / "app" / room).rglob("*.py"))]
MARKS = {"sentence", "counted"}

TAG = re.compile(r"<!--.*?-->|<a [^>]*lang=\"en\">.*?</a>|<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>", re.DOTALL)
READ_OUT = re.compile(r'\b(?:aria-label|alt|title|placeholder)="([^"]*)"')
WORD = re.compile(r"[^\W\d_]{2,}")
ENTITY = re.compile(r"&\w+;")
ATTRIBUTE = re.compile(r'[\w-]+="[^"]*"')  # in a macro they may stand without their tag
NAMES = {"Ringdown", "narrow"}  # the latter is how wide a page is
IS_SENTENCE = re.compile(r"[A-Z][\w'’]*,? (?:[\w'’(),;:%/-]+ ){2,}.*[.!?]", re.DOTALL)


def said_by(template):
    """What a template says by itself: its own text without tags, and what screen readers read of its attributes."""
    tokens = jinja2.Environment(autoescape=True).lex(template)
    text = "".join(value if kind == "data" else "\0" if kind.endswith("_begin") else "" for _, kind, value in tokens)
    said = [ATTRIBUTE.sub(" ", TAG.sub(" ", text)), *(READ_OUT.findall(text))]
    return [word for one in said for word in WORD.findall(ENTITY.sub(" ", one)) if word not in NAMES]


def unmarked(source):
    """What looks like a sentence in Python, is no docstring, and stands in nothing that marks it."""
    tree = ast.parse(source)
    marked = {id(one) for call in ast.walk(tree) if _is_mark(call) for one in ast.walk(call)}
    told = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    strings = (one for one in ast.walk(tree) if isinstance(one, ast.Constant) and isinstance(one.value, str))
    return [one.value for one in strings if id(one) not in marked | told and IS_SENTENCE.fullmatch(one.value)]


def _is_mark(node):
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Call now</p>", ["Call", "now"]),
        ('<p aria-label="Your call">{{ _("Fine") }}</p>', ["Your", "call"]),
        (
            '<p class="small">{{ _("Fine") }} · {{ name }} &amp; 7</p>{# not said #}<script>let it = 1</script>',
            [],
        ),
        ('<a {% if so %}class="now"{% endif %} href="x">{{ _("Fine") }}</a>', []),
    ],
)
def test_what_has_no_mark_is_found_in_a_template(template, found):
    assert said_by(template) == found


def test_what_has_no_mark_is_found_in_python():
    source = '"""What it does, and for whom."""\nA = sentence("We ring you now.")\nB = f(x, "We ring you right now.")\n'
    assert unmarked(source) == ["We ring you right now."]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_page_says_nothing_of_its_own(path):
    assert said_by(path.read_text()) == []


def test_no_sentence_of_python_is_without_its_mark():
    assert [(path.name, said) for path in SOURCES for said in unmarked(path.read_text())] == []
