"""What is odd about a file, for somebody to look at: values that the questions are made of."""

from dataclasses import dataclass

from app.representatives.facts.records import LineFacts, Person

ONE, TWO = "one", "two"  # person, people


@dataclass(frozen=True, slots=True)
class Listed:
    """A person as one line of the file tells."""

    line: int
    person: Person


@dataclass(frozen=True, slots=True)
class Double:
    """Several lines for one seat, or of one person in several seats: `taken` is the one that counts for now."""

    listed: tuple[Listed, ...]
    taken: Listed


@dataclass(frozen=True, slots=True)
class Namesake:
    """Somebody new who is called like somebody who sits elsewhere now, or in this very file as `other`."""

    listed: Listed
    sits: Person | None = None
    other: Listed | None = None


@dataclass(frozen=True, slots=True)
class OfPerson:
    """Lines of a person that are odd."""

    person: Person
    lines: tuple[LineFacts, ...]


@dataclass(frozen=True, slots=True)
class Noticed:
    """All of it; of most files nothing.

    `guessed` are names whose letters are a guess. `elsewhere` are lines that do not ring where their column says,
    `back` are numbers that their people had before. `returning` sat in their seats before and left.
    """

    doubles: tuple[Double, ...] = ()
    namesakes: tuple[Namesake, ...] = ()
    guessed: tuple[str, ...] = ()
    elsewhere: tuple[OfPerson, ...] = ()
    back: tuple[OfPerson, ...] = ()
    returning: tuple[Person, ...] = ()
