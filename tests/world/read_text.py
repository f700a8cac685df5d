"""What somebody reads on a page in a foreign language: its texts and labels, without what is marked as English."""

from html.parser import HTMLParser

VOID = {"input", "meta", "link", "br"}
SKIPPED = {"datalist", "script", "style", "nav"}  # names of towns, and of languages
LABELS = {"aria-label", "alt", "title", "placeholder"}


class PageText(HTMLParser):
    """Collects texts and labels of elements that are not in English."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag, attrs):
        """Enter an element; whatever stands within an English one is English."""
        values = dict(attrs)
        self.texts += [value for name, value in attrs if name in LABELS and value]
        if tag not in VOID:
            english = values.get("lang") == "en" or tag in SKIPPED or (bool(self.open) and self.open[-1][1])
            self.open.append((tag, english))

    def handle_endtag(self, tag):
        """Leave it."""
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        """Keep the text."""
        if data.strip() and not (self.open and self.open[-1][1]):
            self.texts.append(data.strip())


def texts_of(page: str) -> list[str]:
    """The texts of a page that are meant to be in its own language."""
    reader = PageText()
    reader.feed(page)
    return reader.texts
