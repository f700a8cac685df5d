"""The words of the dashboard: steps, ways and languages, and what their numbers say in a sentence."""

from collections.abc import Iterable, Mapping, Sequence

from app.organizers.dashboard.beside import Pair
from app.organizers.dashboard.whom import Whom
from app.organizers.prompts.names import LANGUAGES
from app.statistics.told import Counts
from models import JOINED, CountedBy, Step

STEPS: Mapping[Step, str] = {
    Step.ASKED: "Asked to be called, or dialed in",
    Step.RANG: "Their phone rang",
    Step.ANSWERED: "They picked up",
    Step.PRESSED: "They pressed 1",
    Step.REACHED: "The office's line was answered",
    Step.TALKED: "On the line for 35 seconds or more",
    Step.TOLD: "They told us what happened",
}
WAYS: Mapping[str, str] = {"web": "From the page", "hotline": "Through the hotline"}
BESIDE: Mapping[str, str] = {"own-phone": "Own phones, as reported", "written": "Letters, as reported"}

SEVERAL = "Several links, or none"


def per_cent(part: int, whole: int) -> int:
    """Whole per cent; nothing of nothing."""
    return round(100 * part / whole) if whole else 0


def of_funnel(counts: Counts) -> str:
    """How many of those who asked came to an office."""
    asked, reached = counts.funnel[Step.ASKED], counts.funnel[Step.REACHED]
    if not asked:
        return "Nobody asked to be called."
    return f"Of {asked} who asked, {reached} came to an office's line: {per_cent(reached, asked)} %."


def of_pairs(pairs: Sequence[Pair]) -> str:
    """How often both cannot be true."""
    odd, both = sum(it.calls for it in pairs if it.is_odd), sum(it.calls for it in pairs)
    if not odd:
        return f"In all {both} calls of which both are known, they agree."
    return f"In {odd} of {both} calls of which both are known, they disagree."


def of_whom(everybody: Sequence[Whom]) -> str:
    """How many were reached of those who can be."""
    sitting = [it for it in everybody if it.sits]
    reached = sum(it.state == "reached" for it in sitting)
    return f"{reached} of {len(sitting)} offices heard from somebody; {len(sitting) - reached} from nobody yet."


def of_stances(everybody: Iterable[Whom]) -> str:
    """How many offices told where they stand, and of how many people were told different things."""
    told = [it for it in everybody if it.has_told]
    apart = sum(it.is_told_apart for it in told)
    said = f"{len(told)} {'office' if len(told) == 1 else 'offices'} said where they stand"
    return f"{said}; {apart} told people different things." if apart else f"{said}."


def sources(counts: Counts, everybody: Iterable[Whom]) -> Mapping[str, int]:
    """How many calls came by which link that was sent round, the most first; of a seat's, whose.

    Of days that are sealed, links of few calls are joined, with calls that came by none where those are too few.
    """
    whose = {it.seat.geoid: f"The link for {it.seat.district}" for it in everybody}
    by_link = {word: it.calls for word, it in counts.along(CountedBy.SOURCE).items() if word}
    return {SEVERAL if word == JOINED else whose.get(word, f"“{word}”"): calls for word, calls in by_link.items()}


def languages(counts: Counts) -> Mapping[str, int]:
    """How many calls were made in which language, the most first."""
    return {LANGUAGES.get(code, code): it.calls for code, it in counts.along(CountedBy.LANGUAGE).items()}
