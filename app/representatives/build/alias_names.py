"""Writes a name the way people write it: postal abbreviations are for sorting machines."""

from app.representatives.facts.spelling import ABBREVIATIONS, DIRECTIONS

# Names that only a post office's list has, and of which the name people use is known otherwise.
NOT_A_NAME = frozenset({"Framingham So"})


def written_out(name: str) -> str:
    """The name without abbreviations: "S Chelmsford" as "South Chelmsford"."""
    first, *rest = name.split(" ")
    if rest and first.lower() in DIRECTIONS:
        first = DIRECTIONS[first.lower()].title()
    words = (ABBREVIATIONS[word.lower()].title() if word.lower() in ABBREVIATIONS else word for word in rest)
    return " ".join([first if rest else name, *words])
