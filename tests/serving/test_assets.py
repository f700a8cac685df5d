"""Static files under names that change with their content."""

import re

from app.serving.assets import FOLDER, version_of

FONT = "fonts/atkinson-hyperlegible-next.woff2"


def test_the_font_is_fetched_once_and_kept(client, campaign):
    preloaded = re.search(r'<link rel="preload" href="([^"]+)" as="font"[^>]* crossorigin>', client.get("/c/x").text)
    in_styles = re.search(r'url\("([^"]+)"\) format\("woff2"\)', (FOLDER / "ringdown.css").read_text())
    assert preloaded[1] == f"/static/{in_styles[1]}" == f"/static/{FONT}?v={version_of(FONT)}"
    with client.get(preloaded[1]) as answer:
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
