"""A pasted list is shown as it was understood, with a question where it is not sure, before anything is saved."""

import re

import pytest

from tests.organizers.campaigns.whom.conftest import WhomPage, read

CO_SPONSORS = "Pat A. Duffy\t5th Hampden\t2/24/2025\nSen. Comerford\nFrank Moran\nMoran\nJohn Barret\nNobody Atall Here"


def chosen(text: str) -> list[str]:
    return re.findall(r'name="who" value="(\d+)" checked', text)


def questions(text: str) -> list[str]:
    return re.findall(r"Who is “([^”]*)”", text)


def test_what_is_sure_is_ticked_and_what_is_not_is_asked(page: WhomPage) -> None:
    text = page.sends("/pasted", **{"as": "with-us"}, pasted=CO_SPONSORS).text
    names = ("Pat Duffy", "Jo Comerford", "Frank Moran")
    assert chosen(text) == [str(page.holder(name)) for name in names]
    assert questions(text) == ["Moran", "John Barret"]
    assert "Nobody who sits now is called “Nobody Atall Here”: this line is left out." in read(text)
    assert page.prepared.with_us == ()


def test_those_who_were_chosen_are_marked(page: WhomPage) -> None:
    duffy, barrett = page.holder("Pat Duffy"), page.holder("John Barrett")
    form = {"as": "with-us", "who": str(duffy), "line-1": str(barrett), "line-2": ""}
    assert "done=changed" in page.sends("/several", **form).location
    assert set(page.names("with_us")) == {"Pat Duffy", "John Barrett"}


def test_those_who_were_chosen_are_put_on_the_list_in_their_order(page: WhomPage) -> None:
    names = ["Pat Duffy", "Jo Comerford"]
    page.sends("/several", **{"as": "list", "who": [str(page.holder(name)) for name in names]})
    assert page.names("listed") == names


def test_what_is_otherwise_now_is_told(page: WhomPage) -> None:
    page.marks(page.shown("duffy"), Pat_Duffy="against")
    assert "now: against" in read(page.sends("/pasted", **{"as": "with-us"}, pasted="Duffy").text)


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"as": "with-us", "pasted": ""}, "Paste a list first: one person a line."),
        ({"as": "with-us", "pasted": " \n ,\n"}, "Paste a list first: one person a line."),
        ({"as": "", "pasted": "Duffy, the one from Holyoke"}, "Say how they stand to it"),
        ({"as": "friends", "pasted": "Duffy, the one from Holyoke"}, "Say how they stand to it"),
        ({"as": "with-us", "pasted": "Duffy\n" * 501}, "These are 501 lines; 500 fit at once."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_lost(page: WhomPage, form: dict[str, str], told: str) -> None:
    answer = page.sends("/pasted", **form)
    assert answer.status_code == 422
    assert told in answer.text
    assert form["pasted"].strip() in answer.text


def test_a_list_of_four_hundred_is_read_whole(page: WhomPage) -> None:
    lines = ["Pat Duffy"] * 399 + ["Jo Comerford"]
    text = page.sends("/pasted", **{"as": "list"}, pasted="\n".join(lines)).text
    assert chosen(text) == [str(page.holder(name)) for name in ("Pat Duffy", "Jo Comerford")]


@pytest.mark.parametrize(
    "line", ["<script>alert(1)</script>", "\u202eyffuD taP", "🎉", "x" * 100_000, "'; DROP TABLE call; --"]
)
def test_hostile_lines_name_nobody(page: WhomPage, line: str) -> None:
    answer = page.sends("/pasted", **{"as": "list"}, pasted=line)
    assert (answer.status_code, chosen(answer.text)) == (200, [])
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("who", ["x", "999999", "9" * 40, "-1", "٣"])
def test_who_was_never_there_is_not_chosen(page: WhomPage, who: str) -> None:
    assert "done=same" in page.sends("/several", **{"as": "list", "who": who}).location
