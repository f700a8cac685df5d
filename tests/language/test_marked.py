"""Texts in Markdown: a page shows little of it and nothing dangerous, a voice reads the words alone."""

from html import unescape

import pytest

from app.demo_campaign import ENGLISH, TRANSLATED
from app.language.marked import as_draft, as_line, as_page, as_read


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One\n\nTwo", "<p>One</p>\n<p>Two</p>\n"),
        ("**So** and *so*", "<p><strong>So</strong> and <em>so</em></p>\n"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"),
        ("[it](https://example.org)", '<p><a href="https://example.org" rel="noopener">it</a></p>\n'),
        ("# no heading", "<p># no heading</p>\n"),
        ("<b>no</b> HTML", "<p>&lt;b&gt;no&lt;/b&gt; HTML</p>\n"),
        ("[no](javascript:alert(1))", "<p>[no](javascript:alert(1))</p>\n"),
        ("[name] stays", "<p>[name] stays</p>\n"),
    ],
)
def test_a_page_shows_paragraphs_lists_emphasis_and_links(text, html):
    assert as_page(text) == html


def test_a_line_has_no_paragraph():
    assert as_line("**So** it is") == "<strong>So</strong> it is"


def test_a_draft_marks_what_must_still_be_written():
    assert as_draft("[Why?] See [it](https://example.org).") == (
        '<p><mark>[Why?]</mark> See <a href="https://example.org" rel="noopener">it</a>.</p>\n'
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**So** it *is*", "So it is"),
        ("see [our page](https://example.org)", "see our page"),
        ("5 * 3 and H_3_2", "5 * 3 and H_3_2"),
    ],
)
def test_a_voice_reads_the_words_alone(text, words):
    assert as_read(text) == words


@pytest.mark.parametrize("texts", [ENGLISH, *TRANSLATED.values()])
def test_the_demos_own_words_stay_as_they_are(texts):
    assert [as_read(point) for point in texts["talking_points"]] == list(texts["talking_points"])
    shown = as_page(texts["pitch"]).replace("<p>", "").replace("</p>\n", "\n")
    assert unescape(shown).split() == texts["pitch"].split()
