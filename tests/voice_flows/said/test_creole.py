"""Haitian Creole is played from recordings: every sentence of every step, and all that its blanks are filled with."""

from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path

from app.language.moments.said import moment_said
from tests.world.carrier.twiml import elements
from tests.world.every import every
from tests.world.graph import SITUATIONS, STEPS, speaks
from tests.world.known import KIM, PAT
from voice_flows.names import Label
from voice_flows.said.creole import for_a_french_voice
from voice_flows.said.played import SECONDS, name_of, played_pieces
from voice_flows.twiml import Aloud, render
from voice_flows.values import parts_in, spoken_number
from voice_flows.verbs import Ask

FOLDER = Path(__file__).resolve().parents[3] / "app" / "recordings" / "voices"
MOST_BYTES, MOST_SECONDS = 1_440_000, 480
RECORDED = Aloud(sounds="https://calls.example.org/recordings/voices")
WHAT = {
    "language": "ht",
    "ahead": 12,
    "nth": 2,
    "opens": "lendi 30 novanm a nevè 15 nan maten",
    "booked": "nan 10 minit",
    "back": "samdi premye out a midi",
    "code": "4821",
    "instead": "+16177222000",
    "page": "https://calls.example.org/c/bill",
    "place": Label(zip_code="01040"),
    "passed_over": PAT,
    "subject": "the Act",
    "script_own": "",
    "subject_own": False,
}
OWN_TEXTS = {
    "script",
    "script_in_english",
    "points",
    "office_contact",
    "what_came_of_it",
}  # a campaign's, in English here
NOW = datetime(2026, 1, 1, 5, tzinfo=UTC)


def said(step):
    """Everything that is read by a voice at this step, in whatever situation, with its language."""
    for what in SITUATIONS:
        verbs = speaks(step, **{**what, **WHAT})
        for element in elements(render(verbs, aloud=RECORDED)):
            if element.tag == "Say":
                yield element.get("language"), " ".join("".join(element.itertext()).split())


@every("step", STEPS)
def test_no_french_voice_reads_a_sentence_of_ours(step):
    assert [text for language, text in said(step) if language == "fr-FR"] == [], "run `make voices`"


def test_names_are_read_by_the_english_voice():
    read = set(
        chain.from_iterable(
            said(step) for step in ("greeting", "connect", "agree_town", "next_office") if step in STEPS
        )
    )
    assert ("en-US", "Neighbors Together") in read
    assert ("en-US", "Pat Duffy") in read


def test_titles_and_numbers_are_recorded():
    for value in (KIM, Label(zip_code="01040"), spoken_number("+16175550142"), 0, 7, 31, 59, 112):
        own = [part.text for part in parts_in("ht", value) if part.language == "ht"]
        assert None not in [played_pieces(text) for text in own], value


def test_so_is_every_time():
    moments = (NOW + timedelta(days=day, hours=day % 24, minutes=5 * (day % 12)) for day in range(366))
    soon = (NOW + timedelta(minutes=minutes) for minutes in range(1, 60))
    told = [*(moment_said(it, "ht") for it in moments), *(moment_said(it, "ht", NOW) for it in soon)]
    assert [time for time in told if played_pieces(time) is None] == []


def test_every_recording_is_there_and_no_other():
    assert {file.stem for file in FOLDER.glob("*.mp3")} == {name_of(piece) for piece in SECONDS}


def test_together_they_are_small():
    assert sum(file.stat().st_size for file in FOLDER.glob("*.mp3")) <= MOST_BYTES
    assert sum(SECONDS.values()) <= MOST_SECONDS


def test_free_words_are_spelled_for_the_voice_that_reads_them():
    (say,) = [
        it
        for it in elements(
            render(speaks("points", language="ht", points=("N ap mande w.",), points_own=True), aloud=RECORDED)
        )
        if it.tag == "sub"
    ]
    assert (say.text, say.get("alias")) == ("N ap mande w.", for_a_french_voice("N ap mande w."))


def test_pronouns_are_said_and_not_spelled():
    assert for_a_french_voice("N ap konekte w. Se ou ki te mande l.") == "Nape konékté ou. Sé ou ki té mandéle."


@every("step", [step for step in STEPS if any(isinstance(verb, Ask) for verb in speaks(step, language="ht"))])
def test_keys_alone_count(step):
    assert not any(verb.hears.listens for verb in speaks(step, language="ht") if isinstance(verb, Ask))
