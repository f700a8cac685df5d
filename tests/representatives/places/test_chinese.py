"""Every municipality under its Chinese names, in both scripts, as they are typed."""

import re

import pytest

from app.representatives import ResolutionKind, chinese_town_names, resolve
from app.representatives.build.chinese_names import chinese_names, compile_chinese_names, names_of
from app.representatives.build.sources import SourcesDoNotAgreeError
from app.representatives.facts.tables import tables

FORMS = ("{}", "{}市", "{}鎮", "麻省{}", "馬薩諸塞州{}市", "{}, MA")


@pytest.mark.parametrize("form", FORMS)
def test_every_name_means_its_own_place(form):
    for row in chinese_names():
        meant = resolve(f"{row['place']}, MA" if re.search("MA|州|省", form) else row["place"])
        for name in names_of(row):
            answer = resolve(form.format(name))
            assert (answer.kind, answer.geoids) == (meant.kind, meant.geoids), name


def test_every_town_has_a_name_in_each_script():
    names = {it.place: it.names for it in tables().chinese}
    assert set(tables().towns) <= set(names)
    assert [names[town][:2] for town in ("Boston", "Lowell")] == [("波士顿", "波士頓"), ("洛厄尔", "洛厄爾")]
    assert len(set(chinese_town_names())) == len(tables().towns)


@pytest.mark.parametrize(
    ("typed", "town"),
    [
        ("剑桥", "Cambridge"),
        ("坎布里奇", "Cambridge"),
        ("伍 斯 特", "Worcester"),
        ("李镇", "Lee"),
        ("衛斯理", "Wellesley"),
    ],
)
def test_names_are_understood_as_people_write_them(typed, town):
    assert resolve(typed).towns == (town,)


def test_a_zip_code_stands_beside_a_chinese_name_without_a_space():
    assert resolve("牛顿02458") == resolve("Newton 02458")
    assert resolve("02139 剑桥") == resolve("Cambridge 02139")


@pytest.mark.parametrize("typed", ["李", "北京", "曼彻斯特", "波士", "麻省"])
def test_what_is_no_name_of_ours_is_never_found(typed):
    assert resolve(typed).kind in {ResolutionKind.UNKNOWN, ResolutionKind.CONFIRM}


def test_the_source_of_every_name_is_told():
    assert {row["source"] for row in chinese_names()} == {"in general use", "GeoNames", "ours"}


@pytest.mark.parametrize(
    ("towns", "others"),
    [({"Holyoke", "Nowhere"}, ()), (set(), ())],
)
def test_names_of_other_places_than_ours_are_refused(towns, others):
    row = {"place": "Holyoke", "simplified": "霍利奥克", "traditional": "霍利奧克", "others": "", "source": "ours"}
    with pytest.raises(SourcesDoNotAgreeError, match="are not those that we know"):
        compile_chinese_names([row], towns, others)


def test_a_name_that_two_places_have_is_refused():
    rows = [
        {"place": place, "simplified": "利", "traditional": "利", "others": "", "source": "ours"}
        for place in ("Lee", "Leeds")
    ]
    with pytest.raises(SourcesDoNotAgreeError, match="is the name of two places"):
        compile_chinese_names(rows, {"Lee"}, ["Leeds"])
