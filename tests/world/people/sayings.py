"""Twenty ways to say a ZIP code in each language that the carrier can hear."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from voice_flows.said.voices import HEARS

UNITS = {
    "en": "oh one two three four five six seven eight nine",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "pt": "zero um dois três quatro cinco seis sete oito nove",
    "zh": "零 一 二 三 四 五 六 七 八 九",
    "yue": "零 一 二 三 四 五 六 七 八 九",
}
LEADS = {
    "en": ("my ZIP code is {}", "it's {}", "um, {}", "{}, please", "hi, the zip is {}"),
    "es": ("mi código postal es {}", "es el {}", "eh, {}", "{}, por favor", "hola, mi zip es {}"),
    "pt": ("meu ZIP code é {}", "o meu cep é {}", "ahn, {}", "{}, por favor", "oi, meu zip é {}"),
    "zh": ("我的邮编是{}", "邮政编码是{}", "嗯，{}", "{}，谢谢", "你好，我的邮编{}"),
    "yue": ("我嘅郵區編號係{}", "郵區編號係{}", "嗯，{}", "{}，唔該", "你好，郵編係{}"),
}
DASH = {"en": "dash", "es": "guion", "pt": "traço", "zh": "杠", "yue": "槓"}

Way = Callable[["Code"], str]


@dataclass(frozen=True)
class Code:
    """A ZIP code, and its town, for somebody who speaks this language."""

    digits: str
    town: str
    language: str

    def in_words(self, digits: str = "") -> str:
        """Word for word."""
        units = UNITS[self.language].split()
        between = "" if self.language in {"zh", "yue"} else " "
        return between.join(units[int(digit)] for digit in digits or self.digits)

    def after(self, nth: int, said: str) -> str:
        """With what one says around it."""
        return LEADS[self.language][nth].format(said)


WAYS: tuple[Way, ...] = (
    lambda it: it.digits,
    lambda it: " ".join(it.digits),
    lambda it: f"{it.digits}.",
    lambda it: f"O{it.digits[1:]}",
    lambda it: f"{it.digits[:2]} {it.digits[2:]}",
    lambda it: f"{it.digits}-4307",
    lambda it: it.digits[1:],
    lambda it: f"{it.digits[1]},{it.digits[2:]}",
    lambda it: it.in_words(),
    lambda it: it.in_words(it.digits[1:]),
    lambda it: f"{it.in_words()} {DASH[it.language]} {it.in_words('4307')}",
    lambda it: f"{it.in_words()}, {it.in_words()}",
    lambda it: it.after(0, it.digits),
    lambda it: it.after(0, it.in_words()),
    lambda it: it.after(1, it.in_words()),
    lambda it: it.after(2, it.in_words()),
    lambda it: it.after(3, " ".join(it.digits)),
    lambda it: it.after(4, it.digits[1:]),
    lambda it: f"{it.town} {it.digits}",
    lambda it: f"{it.town}, {it.in_words()}",
)
TAGS: Mapping[str, str] = {language: HEARS[language] for language in UNITS}
