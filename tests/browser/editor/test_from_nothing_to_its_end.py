"""A campaign's whole life in a real browser, by keyboard alone, in the hands of an organizer who is no admin."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from app.clock import eastern, utc_now
from app.one_process import Arrangement, running
from app.team.create import create_organizer
from app.telephony.local_network import AttendedClock
from models import TeamRole
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER
from tests.world.people import browsing as handset
from tests.world.people.browsing import PHONE, answers, hears, page_says, shows
from tests.world.people.keyboard import follows, goes_by, presses, reaches, types

ADMIN, ORGANIZER, PASSWORD = "admin@example.org", "organizer@example.org", "correct horse battery"
SUBJECT, ADDRESS = "the Clean Water Act", "c/clean-water-act"
ASKS = "I am calling to ask [Representative] to support the Clean Water Act"
SCRIPT = f"Hello, my name is [name], and I live in [City/Town]. {ASKS}."
SPANISH = {
    "Headline": "Pida a su representante que apoye la Ley de Agua Limpia",
    "Subject": "la Ley de Agua Limpia",
    "Why it matters": "El agua de nuestras escuelas tiene plomo.",
    "Script": "Hola, me llamo [name] y vivo en [City/Town]. [Representative], apoye la Ley de Agua Limpia.",
    "Message for voicemail": "Soy [name], de [City/Town]. [Representative], apoye la Ley de Agua Limpia.",
    "Talking points": "Limpia el agua.",
}


class Later:
    """The present moment, and as much later as a test says."""

    def __init__(self) -> None:
        self.by = timedelta()

    def __call__(self):
        return utc_now() + self.by


@pytest.fixture
def later():
    """What the product takes for the time."""
    return Later()


@pytest.fixture
def everything(settings, campaign, session, later):
    """The whole product and a team of two."""
    for email, role in ((ADMIN, TeamRole.ADMIN), (ORGANIZER, TeamRole.ORGANIZER)):
        create_organizer(session, email, PASSWORD, role=role)
    session.commit()
    how = Arrangement(
        numbers=(CAMPAIGN_NUMBER, "+16175550102"), network_clock=AttendedClock(), patience=20, clock=later
    )
    with running(settings, how) as everything:
        yield everything


@pytest.fixture
def organizer(new_page, everything):
    """Opens the list of campaigns, which asks who one is."""
    page = new_page()
    page.goto(f"{everything.web_url}/organizers/campaigns")
    types(page, "E-mail address", ORGANIZER)
    types(page, "Password", PASSWORD)
    presses(page, "Sign in")
    title_of(page).to_have_text("Campaigns")
    return page


@pytest.fixture
def phones(new_page, everything):
    """The handsets."""
    page = new_page()
    page.goto(everything.network_url)
    return page


@pytest.fixture
def opens(new_page, everything):
    """What a supporter reads on the campaign's page, in this language."""
    page = new_page(390)

    def opens(language="en"):
        page.goto(f"{everything.web_url}/{ADDRESS}?language={language}")
        return page

    return opens


def title_of(page: Page):
    return expect(page.get_by_role("heading", level=1))


def says(page: Page, words: str) -> None:
    """Wait until a notice says so."""
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()


def turns_to(page: Page, title: str) -> None:
    """Open another page of the campaign, by its menu; what is typed is saved on the way."""
    goes_by(page, page.get_by_label("This campaign").get_by_role("link").filter(has_text=re.compile(f"^{title}")))


def publishes(page: Page) -> None:
    turns_to(page, "Publish")
    presses(page, "Publish")
    says(page, "Published. It is in force from now on.")


def makes_it(page: Page) -> None:
    """Answer the three questions."""
    follows(page, "New campaign")
    types(page, "Who asks?", "Massachusetts Neighbors Together")
    types(page, "What is it about?", SUBJECT)
    reaches(page, page.get_by_role("radio", name="their own representative", exact=True))
    page.keyboard.press("Space")
    presses(page, "Make the campaign")
    title_of(page).to_have_text(f"The words of “{SUBJECT}”")


def writes_it(page: Page) -> None:
    """Fill in what stands in brackets, in English, and all of it in Spanish."""
    types(page, "Why it matters", "There is lead in the water of our schools.")
    types(page, "Talking points", "It cleans the water.")
    turns_to(page, "Script")
    types(page, "Script, in English", SCRIPT)
    turns_to(page, "Languages")
    follows(page, "Spanish")
    for title, text in SPANISH.items():
        types(page, f"{title}, in Spanish", text)


def rehearses_it(page: Page) -> None:
    """Watch a call to an office whose line is busy."""
    turns_to(page, "Rehearse")
    reaches(page, page.get_by_label("What happens"))
    page.keyboard.type("The line is busy")
    presses(page, "Watch this call")
    shows(page, ".captions", "The office's line is busy.")


def gives_it_a_number(page: Page) -> None:
    """Choose the one that no campaign has."""
    turns_to(page, "Number")
    reaches(page, page.get_by_role("radio", name="(617) 555-0102"))
    page.keyboard.press("Space")
    presses(page, "Ring from this number")
    says(page, "The campaign rings from this number now")


def starts_it(page: Page) -> None:
    """Go through what is open, knowingly."""
    turns_to(page, "Start and pause")
    while (leave := page.get_by_role("button", name="Leave it open")).count():
        goes_by(page, leave.first)
    presses(page, "Start the campaign")
    says(page, "The campaign is live.")


def asks_for_a_call(page: Page) -> None:
    page.locator("#phone").fill(PHONE)
    page.locator("#town").fill("Holyoke")
    page.locator("#consent").check()
    page.locator("#call-button").click()
    page_says(page, "ring")


def changes_the_script(page: Page) -> None:
    """Type another one, hear what is otherwise, and publish it."""
    turns_to(page, "Script")
    types(page, "Script, in English", SCRIPT.replace("support", "support, today,"))
    turns_to(page, "Publish")
    follows(page, "As heard on the phone")
    expect(page.locator(".otherwise ins").first).to_contain_text("today")
    publishes(page)


def takes_it_back(page: Page) -> None:
    """Publish the edition before this one again."""
    goes_by(page, page.locator(".editions a").nth(1))
    presses(page, "Publish it again")
    says(page, "The earlier edition is in force again.")


def gives_it_an_end(page: Page) -> None:
    """In two hours."""
    turns_to(page, "When")
    reaches(page, page.get_by_label("Ends"))
    ends_at = eastern(utc_now() + timedelta(hours=2))
    page.keyboard.type(f"{ends_at:%m%d%Y}")
    page.keyboard.press("ArrowRight")
    page.keyboard.type(f"{ends_at:%I%M%p}")
    publishes(page)


def pauses_it(page: Page) -> None:
    turns_to(page, "Start and pause")
    presses(page, "Pause the campaign")
    says(page, "The campaign is paused.")


def copies_it(page: Page) -> None:
    follows(page, "All campaigns")
    follows(page, "Copy")
    presses(page, "Make the copy")
    says(page, "This is the copy.")


def test_a_campaign_is_made_changed_while_somebody_calls_and_ended(organizer, opens, phones, later):
    for does in (makes_it, writes_it, rehearses_it, gives_it_a_number, publishes, starts_it):
        does(organizer)
    title_of(opens("es")).to_have_text(SPANISH["Headline"])
    asks_for_a_call(opens())
    answers(phones, "supporter")
    changes_the_script(organizer)
    expect(opens().locator(".script")).to_contain_text("today")
    handset.presses(phones, "supporter", "1")
    hears(phones, "supporter", ASKS.replace("[Representative]", "Representative Pat Duffy") + ".")
    takes_it_back(organizer)
    expect(opens().locator(".script")).not_to_contain_text("today")
    for does in (gives_it_an_end, pauses_it):
        does(organizer)
    expect(opens().locator("main")).to_contain_text("This campaign is taking a break")
    copies_it(organizer)
    later.by = timedelta(hours=3)
    expect(opens().locator("main")).to_contain_text("This campaign has ended")
