"""The translations, read from their .po files as they stand in the repository: nothing is compiled beforehand."""

from functools import cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

FOLDER = Path(__file__).parents[1] / "translations"


@cache
def catalog(code: str) -> NullTranslations:
    """The catalog of a language, read once a process; English needs none, its words stand in the sources."""
    path = FOLDER / code / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return Translations()
    compiled = BytesIO()
    with path.open("rb") as written:
        write_mo(compiled, read_po(written, locale=code))
    compiled.seek(0)
    return Translations(compiled)
