"""What differs between two editions, as organizers read it: by heading, each field with its two texts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from app.campaigns.editions.compare import Difference
from app.campaigns.editions.content import read_results
from app.campaigns.editions.fields import Path
from app.campaigns.texts import language_tag
from app.organizers.editions.names import LANGUAGE, part, title
from app.organizers.editions.word_diff import Run, are_alike, word_diff
from app.organizers.formats import day_and_time
from app.organizers.labels import WHOM_TO_CALL
from app.organizers.languages.names import TOLD
from app.representatives import Directory
from app.representatives.holders_named import written
from voice_flows.words import WORDS

NOT_SEATED = "somebody who holds no seat now"


@dataclass(frozen=True)
class Told:
    """One field with what it said, what it says, and the two word by word; `lang` is the language of both."""

    title: str
    before: str
    after: str
    lang: str

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Word by word."""
        return word_diff(self.before, self.after)

    @property
    def is_alike(self) -> bool:
        """Whether the two are read better in one."""
        return are_alike(self.before, self.after, self.runs)


# What is chosen among a few, each in its words.
CHOICES: Mapping[Path, Mapping[object, str]] = {
    ("whom", "rule"): {str(rule): text for rule, text in WHOM_TO_CALL.items()},
    ("whom", "switchboard"): {True: "Yes, whoever has no number", False: "No, only who has a number is called"},
    ("whom", "own_phones"): {True: "Yes, and we ring nobody", False: "No, we ring them"},
    ("public", "count"): {True: "Yes", False: "No"},
    ("script_told",): {str(how): text for how, (text, _) in TOLD.items()},
}


def told(differences: Iterable[Difference], facts: Directory) -> Mapping[str, Sequence[Told]]:
    """Every difference under its heading, in the order of the document."""
    groups: dict[str, list[Told]] = {}
    for one in differences:
        write = writer(one.path, facts)
        lang = language_tag(one.language or "en")
        groups.setdefault(part(one.path), []).append(Told(title(one.path), write(one.before), write(one.after), lang))
    return groups


def writer(path: Path, facts: Directory) -> Callable[[object], str]:
    """How the values of a field are written."""
    match path:
        case _ if path in CHOICES:
            return lambda chosen: CHOICES[path].get(chosen, "")
        case ("whom", _):
            return lambda holder_ids: _people(holder_ids, facts)
        case ("prompts", language, key):
            return lambda said: _prompt(said, WORDS.get(language, {}).get(key, ""))
        case ("languages",):
            return _languages
        case _:
            return _OTHERWISE.get(path, _plain)


def _languages(codes: object) -> str:
    return ", ".join(LANGUAGE.get(str(code), str(code)) for code in _many(codes)) or "all of them"


def _people(holder_ids: object, facts: Directory) -> str:
    sitting = facts.seats_by_holder()
    return "\n".join(written(sitting[one]) if one in sitting else NOT_SEATED for one in _many(holder_ids))


def _prompt(said: object, built_in: str) -> str:
    if not isinstance(said, dict) or said["text"] is None:
        return built_in
    return f"{said['text']}{' (recorded)' if said['recording_id'] else ''}"


def _moment(kept: object) -> str:
    return day_and_time(datetime.fromisoformat(str(kept))) if kept else ""


def _action(action: Mapping[str, object]) -> str:
    where = "Tell friends" if action["shares"] else f"/c/{action['campaign']}" if action["campaign"] else action["url"]
    return "\n".join(str(one) for one in (action["title"], action["text"], where) if one)


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return _action(value)
    return "\n\n".join(_plain(one) for one in value) if isinstance(value, list) else str(value or "")


def _many(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _picture(kept: object) -> str:
    return "a picture" if kept else ""


def _results(kept: object) -> str:
    if not isinstance(kept, dict):
        return ""
    it = read_results(kept)
    calls = f"{it.through_us} calls reached an office through us, {it.own_phone} on own phones, {it.written} letters"
    return f"Counted on {it.counted_on}: {calls}; {it.offices} of {it.of_offices} offices heard from somebody"


_OTHERWISE: Mapping[Path, Callable[[object], str]] = {
    ("when", "starts_at"): _moment,
    ("when", "ends_at"): _moment,
    ("results",): _results,
    ("look", "logo_id"): _picture,
    ("look", "share_picture_id"): _picture,
}
