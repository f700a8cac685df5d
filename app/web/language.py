"""In which language a supporter reads our pages."""


def page_language() -> str:
    """One of English and the languages of campaigns' texts."""
    return "en"
