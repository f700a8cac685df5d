"""The script for a page: in paragraphs, each in pieces, so that what was filled in can be underlined."""

from voice_flows.script import Piece, fill, paragraphs


def script_paragraphs(
    script: str, *, name: str = "", town: str = "", representative: str = ""
) -> tuple[tuple[Piece, ...], ...]:
    """Paragraphs of pieces."""
    return tuple(
        fill(paragraph, name=name, town=town, representative=representative) for paragraph in paragraphs(script)
    )
