"""What is said aloud of a place, read as one would type it."""

import pytest

from app.calls.whom.spoken import place_as_typed
from app.representatives import chinese_town_names, resolve, town_names

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


@pytest.mark.parametrize("lead", ["", "我住在", "在", "我家在麻省的"])
def test_every_town_is_heard_in_chinese(lead):
    for town, name in zip(town_names(), chinese_town_names(), strict=True):
        heard, meant = resolve(place_as_typed(lead + name, "zh")), resolve(f"{town}, MA" if "麻省" in lead else town)
        assert (heard.kind, heard.geoids) == (meant.kind, meant.geoids), name


def test_a_zip_code_is_heard_beside_a_chinese_name():
    assert resolve(place_as_typed("剑桥零二一三九", "zh")) == resolve("Cambridge 02139")
