"""Office holders are found while somebody types their name or their district."""

import pytest

from app.representatives import directory
from app.representatives.holders_named import written
from app.representatives.holders_sought import holders_sought


@pytest.fixture
def sought(session):
    facts = directory(session)
    return lambda text: [written(seat) for seat in holders_sought(text, facts)]


@pytest.mark.parametrize(
    "text", ["duf", "Pat Duffy", "duffy pat", "Rep. Duffy", "5th hampden", "DUFFY 5", "house 5th hampd"]
)
def test_the_beginnings_of_words_will_do(sought, text):
    assert sought(text) == ["Pat Duffy (5th Hampden)"]


def test_several_come_by_surname(sought):
    found = sought("senate")
    assert len(found) > 30
    surnames = [name.partition(" (")[0].split()[-1].lower() for name in found]
    assert surnames[0] < surnames[-1]


def test_a_misspelling_finds_who_is_called_much_like_it(sought):
    assert sought("Pat Duffey")[0] == "Pat Duffy (5th Hampden)"


@pytest.mark.parametrize("text", ["", "   ", "rep", "🎉", "<script>", "x" * 60])
def test_nothing_finds_nobody(sought, text):
    assert sought(text) == []
