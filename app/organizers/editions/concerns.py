"""For whom something changes: on the page or the phone, in which languages, and who keeps what they began with."""

from collections.abc import Iterable, Sequence

from app.calls.shown.under_way import UnderWay
from app.campaigns.editions.compare import Difference
from app.campaigns.editions.content import Content
from app.language.languages import BY_CODE
from app.organizers.editions.names import LANGUAGE

PAGE, PHONE, RINGS, CALLED = "the page", "what is said on the phone", "when anybody is rung", "whom supporters call"
IN_TURN = (PAGE, PHONE, CALLED, RINGS)
BOTH = (PAGE, PHONE)
ON_PAGE_ALONE = frozenset({"headline", "pitch", "latest", "privacy_note"})
OF_SUBJECT = {
    "prompts": (PHONE,),
    "script_told": (PHONE,),
    "whom": (CALLED,),
    "when": (RINGS,),
    "group": BOTH,
    "group_said": (PHONE,),
    "languages": (),  # the checklist alone asks for them
}


def concerns(differences: Sequence[Difference], after: Content, open_calls: UnderWay) -> str:
    """All of it in one sentence, and in a second one whoever keeps what they began with."""
    what = {place for one in differences for place in _places(one)}
    places = _listed([place for place in IN_TURN if place in what] or ["nothing that supporters meet"])
    said = f"This changes {places}"
    languages = {code for one in differences if set(_places(one)) & set(BOTH) for code in _languages(one, after)}
    if languages:
        said += f", in {_in_words(languages)}"
    return f"{said}. {_kept(open_calls)}".strip()


def _places(one: Difference) -> tuple[str, ...]:
    if one.subject in ("english", "translations"):
        return (PAGE,) if one.name in ON_PAGE_ALONE else BOTH
    return OF_SUBJECT.get(one.subject, (PAGE,))


def _languages(one: Difference, after: Content) -> Iterable[str]:
    """English is met by all who have no translation of it."""
    if one.subject == "english":
        shown = {code: it.texts for code, it in after.translations.items()}
        return [code for code in BY_CODE if not (code in shown and getattr(shown[code], one.name))]
    return [one.language] if one.language else BY_CODE


def _in_words(codes: set[str]) -> str:
    return (
        "every language" if codes >= set(BY_CODE) else _listed([LANGUAGE[code] for code in LANGUAGE if code in codes])
    )


def _kept(calls: UnderWay) -> str:
    asked = {"on the phone": calls.on_the_phone, "in line": calls.waiting, "with a time agreed on": calls.booked}
    several = [f"{many} {where}" for where, many in asked.items() if many]
    if not several:
        return ""
    keep = "keeps" if sum(asked.values()) == 1 else "keep"
    return f"Of those who asked already, {_listed(several)} {keep} what they began with."


def _listed(several: Sequence[str]) -> str:
    *most, last = several
    return f"{', '.join(most)} and {last}" if most else last
