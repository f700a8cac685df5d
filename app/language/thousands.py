"""Numbers as people of a language write them."""

from collections.abc import Mapping

BETWEEN_THOUSANDS: Mapping[str, str] = {"es": ".", "pt": "."}


def in_thousands(number: int, language: str) -> str:
    """1,200, or 1.200."""
    return f"{number:,}".replace(",", BETWEEN_THOUSANDS.get(language, ","))
