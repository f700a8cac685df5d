"""A sentence as a value: it reads as English by itself, and whoever knows the reader's language translates it."""

from dataclasses import dataclass
from gettext import NullTranslations
from typing import Union


@dataclass(frozen=True, slots=True)
class Sentence:
    """English `text` by which catalogs know it, and what fills its blanks, such as %(town)s.

    A blank may hold another sentence. Where there is a `plural`, the blank `num` decides between the two.
    """

    text: str
    blanks: tuple[tuple[str, Union[str, int, "Sentence"]], ...] = ()
    plural: str = ""

    def told(self, catalog: NullTranslations) -> str:
        """The sentence as this catalog says it."""
        values = {name: it.told(catalog) if isinstance(it, Sentence) else it for name, it in self.blanks}
        if not self.plural:
            return one_stop(catalog.gettext(self.text) % values)
        return one_stop(catalog.ngettext(self.text, self.plural, int(values["num"])) % values)

    def filled(self, **blanks: Union[str, int, "Sentence"]) -> "Sentence":
        """The same with its blanks filled."""
        return Sentence(self.text, tuple(blanks.items()), self.plural)

    def __str__(self) -> str:
        return self.told(NullTranslations())


def one_stop(text: str) -> str:
    """A sentence that ends with a shortened word has one full stop: “a las 8:00 a.m.”, and not two."""
    return text.replace(".m..", ".m.")


def sentence(text: str, **blanks: str | int | Sentence) -> Sentence:
    """A sentence to translate; `make translations` finds it by this name."""
    return Sentence(text, tuple(blanks.items()))


def counted(one: str, many: str, num: int) -> Sentence:
    """A sentence that differs by a number, which may stand in it as %(num)s."""
    return Sentence(one, (("num", num),), many)
