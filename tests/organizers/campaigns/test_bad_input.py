"""Whatever somebody types into every field of an editor's page, nothing breaks, nothing runs, and nothing is lost."""

import re

import pytest

from tests.organizers.conftest import hidden_fields

FIELD = re.compile(r'<(?:input|textarea)[^>]*? name="(\w+(?:-\d)?)"[^>]*>')
NOT_TYPED = re.compile(r'type="(?:hidden|radio|checkbox|file)"')
TEXTS = {
    "nothing": "",
    "a script": "</textarea><script>alert(1)</script>{{ 7*7 }}",
    "from right to left": "\u202e\u200fediw si ti",
    "pictures": "🌊🏛️",
}
FORMS = {
    "words": "words",
    "script": "script",
    "when": "when",
    "look": "look",
    "public-numbers": "public-numbers",
    "languages/es": "languages/es",
    "copy": "copy",
    "new": "new",
    "state": "state",
    "state/number": "state",
    "whom": "whom",
    "whom/pasted": "whom",
    "rehearsal": "rehearsal",
}


@pytest.fixture
def fills(signed_in, campaign):
    """Fills every field of a form with the same text."""

    def fills(form, text):
        at = "/organizers/campaigns" if form == "new" else f"/organizers/campaigns/{campaign}"
        page = signed_in.reads(f"{at}/{FORMS[form]}")
        names = [found[1] for found in FIELD.finditer(page) if not NOT_TYPED.search(found[0])]
        typed = dict.fromkeys(names, text)
        return signed_in.sends(f"{at}/{form}", **hidden_fields(page, f"{at}/{FORMS[form]}") | typed)

    return fills


@pytest.mark.parametrize("form", FORMS)
def test_every_field_takes_whatever_is_typed(fills, form):
    for text in TEXTS.values():
        answer = fills(form, text)
        assert answer.status_code in {200, 303, 409, 422}, text[:20]
        assert "<script>alert" not in answer.text
        assert ">49<" not in answer.text


@pytest.mark.parametrize("form", ["words", "script", "languages/es"])
def test_what_does_not_fit_is_shown_again_whole(fills, form):
    answer = fills(form, "y" * 6_000)
    assert answer.status_code == 422
    assert "y" * 6_000 in answer.text


def test_whoever_goes_back_and_types_anew_is_shown_both(signed_in, campaign):
    page = f"/organizers/campaigns/{campaign}/words"
    before = signed_in.reads(page)
    form = hidden_fields(before, page) | {"group": "Us", "subject": "water", "headline": "One"}
    assert signed_in.sends(page, **form).status_code == 303
    again = signed_in.sends(page, **form | {"headline": "Two"})
    assert again.status_code == 409
    assert ">\nTwo</textarea>" in again.text
    assert "What stands there now: <blockquote" in again.text
