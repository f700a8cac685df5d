"""Which voice reads each language, and in which one the carrier listens; the names are Amazon's with every carrier."""

from collections.abc import Mapping

# A voice and its language tag, per language of ours. No carrier speaks Haitian Creole: what is recorded is played, and
# what is not is read by a French voice.
VOICES: Mapping[str, tuple[str, str]] = {
    "en": ("Polly.Joanna", "en-US"),
    "es": ("Polly.Lupe", "es-US"),
    "pt": ("Polly.Camila", "pt-BR"),
    "ht": ("Polly.Lea", "fr-FR"),
    "zh": ("Polly.Zhiyu", "cmn-CN"),
    "yue": ("Polly.Hiujin-Neural", "yue-CN"),  # there is no other
}
NEURAL = "-Neural"  # the same voices made in a newer way, which costs more

# In which language the carrier listens. Where it would listen in another one than is spoken, keys alone count.
HEARS: Mapping[str, str] = {"en": "en-US", "es": "es-US", "pt": "pt-BR", "zh": "cmn-Hans-CN", "yue": "yue-Hant-HK"}

IN_PIECES = frozenset({"ht"})  # sentences of these are put together from sounds


def voice_of(language: str, *, neural: bool = False) -> tuple[str, str]:
    """The voice that reads a language, and its tag."""
    name, tag = VOICES[language]
    return (f"{name}{NEURAL}" if neural and not name.endswith(NEURAL) else name), tag
