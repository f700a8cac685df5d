"""The few words around a script that belong to the language it is told in: headings, open blanks, titles."""

from collections.abc import Mapping
from dataclasses import dataclass

from voice_flows.words import TITLES


@dataclass(frozen=True)
class ScriptWords:
    """`in_english` and `in_own` stand over the two scripts; `blanks` name what is still open."""

    in_english: str
    in_own: str
    blanks: Mapping[str, str]
    titles: Mapping[str, str]


SCRIPT_WORDS: Mapping[str, ScriptWords] = {
    "en": ScriptWords(
        "In English, as the office will hear it",
        "In English",
        {"name": "name", "town": "City/Town", "representative": "Representative"},
        TITLES["en"],
    ),
    "es": ScriptWords(
        "En inglés, como lo oirá la oficina",
        "En español",
        {"name": "su nombre", "town": "su ciudad", "representative": "su representante"},
        TITLES["es"],
    ),
    "pt": ScriptWords(
        "Em inglês, como o gabinete vai ouvir",
        "Em português",
        {"name": "seu nome", "town": "sua cidade", "representative": "quem representa você"},
        TITLES["pt"],
    ),
    "ht": ScriptWords(
        "An angle, jan biwo a ap tande l",
        "An kreyòl",
        {"name": "non ou", "town": "vil ou", "representative": "reprezantan ou"},
        TITLES["ht"],
    ),
    "zh_Hans": ScriptWords(
        "英语：办公室听到的话",
        "中文",
        {"name": "您的姓名", "town": "您住的城镇", "representative": "您的州议员"},
        TITLES["zh"],
    ),
    "zh_Hant": ScriptWords(
        "英文：辦公室聽到的話",
        "中文",
        {"name": "您的姓名", "town": "您住的城鎮", "representative": "您的州議員"},
        {"Representative": "州眾議員", "Senator": "州參議員"},
    ),
}
