"""An edition's document is read whatever it lacks, and written as it is read."""

from datetime import UTC, date, datetime

import pytest
from pydantic import ValidationError

from app.campaigns.demo import demo_content
from app.campaigns.editions.content import (
    Action,
    Content,
    Look,
    Public,
    Results,
    SaidInstead,
    When,
    Whom,
    as_document,
    read_content,
    read_said,
)
from app.campaigns.texts import Texts, Translation
from models import ScriptTold, WhomToCall

WHOLE = Content(
    group="Neighbors",
    english=Texts("Call", "the Act", "Why", "Hello", "Message", "Thanks", ("One", "Two")),
    translations={"es": Translation(Texts(headline="Llame"), {"headline": "abc"})},
    script_told=ScriptTold.OWN,
    prompts={"en": {"goodbye": SaidInstead("Bye.", 7)}},
    languages=("en", "es"),
    whom=Whom(WhomToCall.LISTED, (3, 1), (1,), (2,), own_phones=True, switchboard=True),
    when=When(datetime(2026, 11, 25, tzinfo=UTC), datetime(2026, 12, 1, 17, 30, tzinfo=UTC)),
    look=Look("#0a6b5e", 4, 5, "Call with us"),
    fact_sheet_url="https://example.org",
    actions=(Action("Share", "Three friends", "https://example.org"),),
    contact="ana@example.org",
    privacy_note="We forget.",
    public=Public(count=True, goal=2000),
    results=Results(date(2026, 12, 3), 1200, outcomes=(("talked", 700),), times=(("", 5),), districts=("25048",)),
)


def test_what_is_written_is_read_again():
    assert read_content(as_document(WHOLE)) == WHOLE


def test_a_document_that_lacks_everything_has_defaults():
    assert read_content({}) == Content()


@pytest.mark.parametrize("part", ["english", "whom", "when", "look", "public"])
def test_a_part_that_lacks_something_has_its_default(part):
    assert read_content({part: {}}) == Content()


def test_what_a_later_program_wrote_is_passed_over():
    assert read_content({"group": "Neighbors", "song": {"text": "la"}, "look": {"font": "x"}}) == Content(
        group="Neighbors"
    )


def test_what_cannot_be_is_refused():
    with pytest.raises(ValidationError):
        read_content({"whom": {"rule": "everybody"}})


def test_a_prompt_of_which_nothing_is_kept_says_the_built_in_words():
    assert (read_said(None), read_said({"text": "Bye."})) == (SaidInstead(), SaidInstead("Bye."))


def test_the_demo_is_an_edition_like_any_other():
    assert read_content(as_document(demo_content())) == demo_content()
