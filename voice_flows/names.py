"""Names as values: an office holder's with their title, a place's; every ear and every page has words of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Title(StrEnum):
    """What an office holder is called in English."""

    REPRESENTATIVE = "Representative"
    SENATOR = "Senator"


@dataclass(frozen=True)
class OwnTitle:
    """What somebody is called who sits in no chamber: in English, and in each language in which that was written."""

    english: str
    others: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.english

    def said(self, language: str) -> str:
        """In this language, else in English: who is meant must be said in some."""
        return dict(self.others).get(language, self.english)


@dataclass(frozen=True)
class Titled:
    """A name with its title. Without one it is said as it is: a place of a menu, or the district of a vacant seat."""

    name: str = ""
    title: Title | OwnTitle | None = None
    is_district: bool = False

    def __bool__(self) -> bool:
        return bool(self.name)

    def __str__(self) -> str:
        return f"{self.title} {self.name}" if self.title else self.name

    def said(self, titles: Mapping[str, str], language: str) -> str:
        """With what a language makes of the title; it may leave it out where it would tell man from woman."""
        if not self.title:
            return self.name
        title = self.title.said(language) if isinstance(self.title, OwnTitle) else titles[self.title]
        return f"{title} {self.name}".strip()

    def office_said(self, titles: Mapping[str, str], language: str, office_of: str) -> str:
        """Their office, as a language says that; nothing of nobody."""
        return office_of.format(self.said(titles, language)) if self else ""


@dataclass(frozen=True)
class Label:
    """What a place is called: by its name, or where it is a ZIP code by its five digits."""

    name: str = ""
    zip_code: str = ""

    def __bool__(self) -> bool:
        return bool(self.name or self.zip_code)

    def __str__(self) -> str:
        return f"ZIP code {self.zip_code}" if self.zip_code else self.name

    def said(self, zip_words: str) -> str:
        """With what a language calls a ZIP code, whose digits are read one by one."""
        return f"{zip_words} {' '.join(self.zip_code)}" if self.zip_code else self.name


NOBODY, NOWHERE = Titled(), Label()
