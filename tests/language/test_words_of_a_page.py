"""What templates say in the page's language, and what becomes of text that somebody else put into a blank."""

import pytest
from flask import render_template_string

SENATOR = "Your senator is <strong>%(name)s</strong> (%(district)s)."
HOSTILE = "</strong><script>alert(1)</script>"
ESCAPED = "&lt;/strong&gt;&lt;script&gt;alert(1)&lt;/script&gt;"


@pytest.fixture
def page(app):
    """A template as a supporter reads it in a language."""

    def page(template, code="es", **blanks):
        with app.test_request_context(f"/nowhere?language={code}"):
            return render_template_string(template, **blanks)

    return page


@pytest.mark.parametrize(
    ("code", "before"),
    [("en", "Your senator is"), ("es", "Quien le representa en el Senado es"), ("zh_Hant", "您的州參議員是")],
)
def test_a_blank_is_escaped_and_the_sentence_around_it_keeps_its_tags(page, code, before):
    said = page("{{ _(sentence, name=name, district='Ward') }}", code, sentence=SENATOR, name=HOSTILE)
    assert said.startswith(before)
    assert f"<strong>{ESCAPED}</strong>" in said


def test_a_percent_sign_in_a_blank_stays_one(page):
    assert "100 %(name)s" in page("{{ _(sentence, name='100 %(name)s', district='Ward') }}", sentence=SENATOR)


@pytest.mark.parametrize(("number", "said"), [(1, "un minuto"), (5, "5 minutos")])
def test_a_number_decides_between_one_and_many(page, number, said):
    template = "{{ ngettext('a minute', '%(num)s minutes', number) }}"
    assert page(template, number=number) == said


def test_a_block_is_translated_and_escaped_too(page):
    block = (
        "{% trans name=name, district='1' %}Your senator is <strong>{{ name }}</strong> ({{ district }}).{% endtrans %}"
    )
    assert page(block, name=HOSTILE) == f"Quien le representa en el Senado es <strong>{ESCAPED}</strong> (1)."


def test_each_page_speaks_its_own_language(page):
    said = [page("{{ ngettext('a minute', '', 1) }}", code) for code in ("pt", "es", "pt")]
    assert said == ["um minuto", "un minuto", "um minuto"]
