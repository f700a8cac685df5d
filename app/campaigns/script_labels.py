"""The few words around a script that belong to the language it is told in: headings, open blanks, titles."""

from collections.abc import Mapping
from dataclasses import dataclass

from voice_flows.names import Title
from voice_flows.words import OFFICE_OF, TITLES


@dataclass(frozen=True)
class ScriptLabels:
    """`in_english` and `in_own` stand over the two scripts; `blanks` name what is still open.

    `titles` and `office_of` are what the language makes of a title, and of somebody's office.
    """

    in_english: str
    in_own: str
    blanks: Mapping[str, str]
    titles: Mapping[str, str]
    office_of: str


SCRIPT_LABELS: Mapping[str, ScriptLabels] = {
    "en": ScriptLabels(
        "In English, as the office will hear it",
        "In English",
        {"name": "name", "town": "City/Town", "representative": "Representative", "office": "office"},
        TITLES["en"],
        OFFICE_OF["en"],
    ),
    "es": ScriptLabels(
        "En inglés, como lo oirá la oficina",
        "En español",
        {"name": "su nombre", "town": "su ciudad", "representative": "su representante", "office": "la oficina"},
        TITLES["es"],
        OFFICE_OF["es"],
    ),
    "pt": ScriptLabels(
        "Em inglês, como o gabinete vai ouvir",
        "Em português",
        {"name": "seu nome", "town": "sua cidade", "representative": "quem representa você", "office": "o gabinete"},
        TITLES["pt"],
        OFFICE_OF["pt"],
    ),
    "ht": ScriptLabels(
        "An angle, jan biwo a ap tande l",
        "An kreyòl",
        {"name": "non ou", "town": "vil ou", "representative": "reprezantan ou", "office": "biwo a"},
        TITLES["ht"],
        OFFICE_OF["ht"],
    ),
    "zh_Hans": ScriptLabels(
        "英语：办公室听到的话",
        "中文",
        {"name": "您的姓名", "town": "您住的城镇", "representative": "您的州议员", "office": "办公室"},
        TITLES["zh"],
        OFFICE_OF["zh"],
    ),
    "zh_Hant": ScriptLabels(
        "英文：辦公室聽到的話",
        "中文",
        {"name": "您的姓名", "town": "您住的城鎮", "representative": "您的州議員", "office": "辦公室"},
        {Title.REPRESENTATIVE: "州眾議員", Title.SENATOR: "州參議員"},
        "{} 的辦公室",
    ),
}
