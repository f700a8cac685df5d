"""What supporters read is sent compressed to browsers that take it; what could give a secret away is not."""

import gzip

import pytest

TAKES_IT = {"Accept-Encoding": "gzip, deflate, br"}
PAGE = "/c/safe-communities"


@pytest.fixture
def compressed(client, campaign):
    return client.get(PAGE, headers=TAKES_IT)


def test_the_campaigns_page_is_at_most_20_kb_as_sent(compressed):
    assert compressed.content_encoding == "gzip"
    assert compressed.content_length == len(compressed.data) < 20_000
    assert gzip.decompress(compressed.data).endswith(b"</html>")


def test_a_browser_that_does_not_take_it_gets_the_page_as_it_is(client, campaign):
    answer = client.get(PAGE, headers={"Accept-Encoding": "gzip;q=0"})
    assert answer.content_encoding is None
    assert answer.text.endswith("</html>")


def test_caches_are_told_that_it_depends_on_the_browser(client, campaign, compressed):
    assert all("Accept-Encoding" in answer.vary for answer in (compressed, client.get(PAGE)))


@pytest.mark.parametrize("name", ["ringdown.css", "progress.js"])
def test_our_styles_and_scripts_are_compressed(client, name):
    with client.get(f"/static/{name}", headers=TAKES_IT) as answer:
        assert answer.content_encoding == "gzip"


def test_a_compressed_file_that_has_not_changed_is_not_sent_again(client):
    with client.get("/static/ringdown.css", headers=TAKES_IT) as answer:
        etag = answer.headers["ETag"]
    assert client.get("/static/ringdown.css", headers={**TAKES_IT, "If-None-Match": etag}).status_code == 304


def test_what_is_compressed_already_and_what_is_short_stay_as_they_are(client):
    for path in ("/static/fonts/atkinson-hyperlegible-next.woff2", "/static/icon.svg"):
        with client.get(path, headers=TAKES_IT) as answer:
            assert answer.content_encoding is None, path


def test_a_page_of_organizers_is_not_compressed_since_its_token_against_forged_forms_stays_the_same(client):
    answer = client.get("/sign-in", headers=TAKES_IT)
    assert answer.content_length > 1000
    assert answer.content_encoding is None
