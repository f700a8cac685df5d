"""Organizers put people on a campaign's list, put it in order, and mark how people stand to what it asks."""

import pytest
from sqlalchemy.orm import Session

from models import OfficeHolder
from tests.organizers.campaigns.whom.conftest import WhomPage, read
from tests.world.campaign.campaigns import prepares_fields

THREE = ("Jo Comerford", "Pat Duffy", "John Barrett")


@pytest.fixture
def three(page: WhomPage) -> None:
    """Three people are on the list."""
    for name in THREE:
        page.does("add", name)


def test_who_is_sought_is_found_with_what_is_known(page: WhomPage) -> None:
    assert "1 found. Pat Duffy House · 5th Hampden · Democratic" in page.text(find="duf")


def test_nobody_found_is_said(page: WhomPage) -> None:
    assert "Nobody who sits now is called anything like “🎉”." in page.text(find="🎉")


def test_who_seeks_nothing_is_told_what_to_type(page: WhomPage) -> None:
    assert "Type the beginning of a name or of a district first" in page.text(find=" ")
    assert "Type the beginning" not in page.text()


def test_very_many_are_not_all_shown(page: WhomPage) -> None:
    text = page.text(find="house")
    assert "the first 20 are here. Type more to see fewer" in text


def test_people_are_put_on_the_list_one_after_the_other(page: WhomPage, three: None) -> None:
    assert page.names("listed") == [*THREE]
    assert "The list: 3" in page.text()


def test_who_is_on_it_already_is_not_put_on_it_twice(page: WhomPage, three: None) -> None:
    assert "done=same" in page.does("add", "Jo Comerford").location
    assert page.names("listed") == [*THREE]
    assert "On the list" in page.text(find="comerford")


@pytest.mark.parametrize(
    ("move", "name", "order"),
    [
        ("up", "Pat Duffy", (1, 0, 2)),
        ("down", "Pat Duffy", (0, 2, 1)),
        ("first", "John Barrett", (2, 0, 1)),
        ("off", "Pat Duffy", (0, 2)),
        ("up", "Jo Comerford", (0, 1, 2)),
        ("down", "John Barrett", (0, 1, 2)),
    ],
)
def test_the_list_is_put_in_order(page: WhomPage, three: None, move: str, name: str, order: tuple[int, ...]) -> None:
    page.does(move, name)
    assert page.names("listed") == [THREE[nth] for nth in order]


def test_whoever_was_moved_is_looked_at_next(page: WhomPage, three: None) -> None:
    assert page.does("down", "Jo Comerford").location.endswith(f"#listed-{page.holder('Jo Comerford')}")


def test_what_is_sought_stays(page: WhomPage) -> None:
    where = page.sends("/people", do=f"add-{page.holder('Pat Duffy')}", find="hampden").location
    assert "find=hampden" in where


@pytest.mark.parametrize(
    "do", ["", "add", "add-", "add-x", "add-999999", "add--1", "up-1", "burn-1", "add-" + "9" * 40]
)
def test_a_button_that_nobody_was_shown_does_nothing(page: WhomPage, do: str) -> None:
    assert "done=same" in page.sends("/people", do=do).location
    assert page.prepared.listed == ()


def test_how_somebody_stands_to_it_is_marked(page: WhomPage) -> None:
    page.marks(page.shown("duffy") | page.shown("comerford"), Pat_Duffy="with-us", Jo_Comerford="against")
    assert (page.names("with_us"), page.names("against")) == (["Pat Duffy"], ["Jo Comerford"])
    text = page.text()
    assert "With us: 1 Pat Duffy" in text
    assert "Against: 1 Jo Comerford" in text
    assert "Who is with us is not called, unless there is a script of thanks ." in text


def test_a_mark_is_changed_and_taken_back(page: WhomPage) -> None:
    page.marks(page.shown("duffy"), Pat_Duffy="with-us")
    page.marks(page.shown("duffy"), Pat_Duffy="against")
    assert (page.names("with_us"), page.names("against")) == ([], ["Pat Duffy"])
    page.marks(page.shown("duffy"), Pat_Duffy="unknown")
    assert page.names("against") == []


def test_marks_are_saved_with_whatever_the_button_does(page: WhomPage) -> None:
    marked = page.shown("duffy") | {f"mark-{page.holder('Pat Duffy')}": "with-us"}
    page.sends("/people", **marked, do=f"add-{page.holder('Pat Duffy')}")
    assert (page.names("with_us"), page.names("listed")) == (["Pat Duffy"], ["Pat Duffy"])


def test_two_may_mark_two_people_at_once(page: WhomPage) -> None:
    mine = page.shown("hampden")
    page.marks(page.shown("comerford"), Jo_Comerford="against")
    page.marks(mine, Pat_Duffy="with-us")
    assert (page.names("with_us"), page.names("against")) == (["Pat Duffy"], ["Jo Comerford"])


def test_who_marks_somebody_otherwise_than_another_is_shown_both(page: WhomPage) -> None:
    mine = page.shown("duffy")
    page.marks(mine, Pat_Duffy="against")
    answer = page.marks(mine | {"find": "duffy"}, Pat_Duffy="with-us")
    assert answer.status_code == 409
    assert "What stands there now: against." in read(answer.text)
    assert f'name="mark-{page.holder("Pat Duffy")}" value="with-us" checked' in answer.text
    assert page.names("against") == ["Pat Duffy"]


@pytest.mark.parametrize("mark", ["", "burned", "<script>"])
def test_what_is_no_mark_marks_nobody(page: WhomPage, mark: str) -> None:
    page.marks(page.shown("duffy"), Pat_Duffy=mark)
    assert page.prepared.with_us == page.prepared.against == ()


def test_nobody_is_marked_who_was_never_there(page: WhomPage) -> None:
    page.sends("/people", **{"was-999999": "unknown", "mark-999999": "with-us"})
    assert page.prepared.with_us == ()


def test_who_is_with_us_is_thanked_where_there_is_a_script(page: WhomPage, session: Session, campaign: int) -> None:
    thanks = {("english", "thanks_script"): "Thank you, [office]."}
    prepares_fields(session, campaign, {("whom", "with_us"): [page.holder("Pat Duffy")], **thanks})
    session.commit()
    assert "Who is with us is called and thanked with the script of thanks ." in page.text()


def test_whoever_on_the_list_is_not_called_is_told(page: WhomPage, three: None) -> None:
    page.marks(page.shown("duffy"), Pat_Duffy="with-us")
    assert "Pat Duffy House · 5th Hampden · Democratic With us not called: supports it already" in page.text()


def test_a_list_of_everybody_is_shown_and_put_in_order(page: WhomPage, session: Session, campaign: int) -> None:
    everybody = list(session.query(OfficeHolder.id).filter(OfficeHolder.valid_to.is_(None)).order_by(OfficeHolder.id))
    prepares_fields(session, campaign, {("whom", "listed"): [row.id for row in everybody]})
    session.commit()
    last = everybody[-1].id
    page.sends("/people", do=f"first-{last}")
    assert page.prepared.listed[0] == last
    assert len(page.prepared.listed) == len(everybody)
