"""Numbers in Haitian Creole that are recorded, in words: places in line, days of a month, minutes that clocks show."""

from collections.abc import Iterator, Mapping

UNITS = ("zewo", "en", "de", "twa", "kat", "senk", "sis", "sèt", "uit", "nèf")
TEENS = ("dis", "onz", "douz", "trèz", "katòz", "kenz", "sèz", "disèt", "dizuit", "diznèf")
# Of each ten: its name, how it goes on with one, and before a consonant, and before eight and nine.
TENS = (("ven", "venteyen", "venn", "vent"), ("trant", "tranteyen", "trann", "trant"))
MORE_TENS = (("karant", "karanteyen", "karann", "karant"), ("senkant", "senkanteyen", "senkann", "senkant"))
ONE, BEFORE_A_VOWEL = 1, 8


def _numbers() -> Iterator[tuple[str, str]]:
    yield from ((str(number), word) for number, word in enumerate((*UNITS, *TEENS)))
    for tens, (name, with_one, consonant, vowel) in enumerate((*TENS, *MORE_TENS), 2):
        yield str(10 * tens), name
        for unit in range(1, 10):
            before = vowel if unit >= BEFORE_A_VOWEL else consonant
            yield str(10 * tens + unit), with_one if unit == ONE else f"{before}{UNITS[unit]}"


DAYS, FIVE = 31, 5
NUMBERS: Mapping[str, str] = {
    digits: word for digits, word in _numbers() if int(digits) <= DAYS or int(digits) % FIVE == 0
}
