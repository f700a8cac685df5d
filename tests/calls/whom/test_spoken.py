"""What is said aloud of a place, read as one would type it."""

import pytest

from app.calls.whom.spoken import place_as_typed

READ = {
    "oh two one three nine": "02139",
    "1040": "01040",
    "Cambridge 2139": "cambridge 02139",
    "Worcester oh one six oh nine": "worcester 01609",
    "I live in Holyoke": "holyoke",
    "Nashua 02139": "02139",
    "the weather tonight 02139": "02139",
    "100 Massachusetts Avenue oh two one three nine": "100 massachusetts avenue 02139",
    "12 Maple Street, Holyoke": "12 Maple Street, Holyoke",
    "1040 Main Street, Lynn": "1040 Main Street, Lynn",
    "In 2026 the Red Sox": "In 2026 the Red Sox",
    "Worchester": "Worchester",
    "um": "um",
    "": "",
}


@pytest.mark.parametrize(("speech", "typed"), READ.items())
def test_what_was_said_is_read_as_one_would_type_it(speech, typed):
    assert place_as_typed(speech, "en") == typed
