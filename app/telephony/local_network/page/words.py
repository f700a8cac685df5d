"""What a request of the page says, read out of its JSON."""

from flask import abort, request


def word(name: str) -> str:
    """One text of it, which has to be there (400)."""
    form = request.get_json(silent=True)
    text = form.get(name) if isinstance(form, dict) else None
    if not isinstance(text, str) or not text.strip():
        abort(400)
    return text.strip()
