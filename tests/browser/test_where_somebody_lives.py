"""Where somebody lives without their street: the phone's own location, which never leaves it, and a map of the town."""

from playwright.sync_api import expect

from tests.world.browser.stillness import arrives
from tests.world.people.browsing import asks_to_be_called

IN_ACTON = {"latitude": 42.4928, "longitude": -71.4250, "accuracy": 20}
ON_ITS_LINE = {"latitude": 42.4816, "longitude": -71.4671, "accuracy": 20}
IN_SUDBURY = {"latitude": 42.3834, "longitude": -71.4161, "accuracy": 30}
MAYBE_IN_ACTON = IN_SUDBURY | {"accuracy": 9000}
NEVER = "navigator.geolocation.getCurrentPosition = () => {}"


def located(new_page, *how, **where):
    return new_page(*how, geolocation=where, permissions=["geolocation"])


def asks_for_location(page):
    page.get_by_role("button", name="Use my location").click()


def will_talk_to(page, name):
    expect(page.get_by_role("heading", name=f"Your call to Representative {name}")).to_be_visible()


def test_the_phone_finds_its_district_and_tells_nobody_where_it_is(new_page, everything):
    page, sent = located(new_page, 390, **IN_ACTON), []
    asks_to_be_called(page, everything, "Acton")
    arrives(page)
    page.on("request", lambda request: sent.append(f"{request.url} {request.headers} {request.post_data}"))
    asks_for_location(page)
    expect(page.get_by_role("status")).to_have_text("You are in one district. If you live here, go on.")
    expect(page.get_by_role("radio")).to_have_count(1)
    expect(page.get_by_label("Simon Cataldo")).to_be_checked()
    page.get_by_role("button", name="Call me now").click()
    will_talk_to(page, "Simon Cataldo")
    assert len(sent) > 1
    assert not [one for one in sent if any(piece in one for piece in ("42.4", "71.4", "accuracy"))]


def test_near_a_line_it_asks_and_outside_it_says_so_only_where_all_that_may_be_is(new_page, everything, faults_of):
    page = located(new_page, 320, "dark", **ON_ITS_LINE)
    asks_to_be_called(page, everything, "Acton")
    said = page.get_by_role("status")
    asks_for_location(page)
    expect(said).to_contain_text("You are near a line between districts")
    expect(page.get_by_role("radio")).to_have_count(2)
    faults = faults_of(page)
    page.context.set_geolocation(MAYBE_IN_ACTON)
    said.evaluate("said => said.replaceChildren()")
    asks_for_location(page)
    expect(said).to_contain_text("You are near a line between districts")
    page.context.set_geolocation(IN_SUDBURY)
    asks_for_location(page)
    expect(said).to_contain_text("You are outside of these districts. What counts is where you live")
    page.get_by_role("button", name="Show all representatives again").click()
    expect(page.get_by_role("radio", checked=False)).to_have_count(2)
    assert faults == []


def test_a_browser_that_never_answers_is_not_waited_for(new_page, everything):
    page = new_page(390, geolocation=IN_SUDBURY)  # a window that no other test has
    page.add_init_script(NEVER)
    asks_to_be_called(page, everything, "Acton")
    arrives(page)
    page.clock.install()
    asks_for_location(page)
    expect(page.get_by_role("status")).to_contain_text("Asking your browser")
    page.clock.run_for(10_000)
    expect(page.get_by_role("status")).to_contain_text("Your browser did not tell where you are.")


def test_a_district_is_chosen_on_the_map_by_keyboard(new_page, everything, faults_of):
    page = new_page(320, "dark")
    asks_to_be_called(page, everything, "Boston")
    page.get_by_text("I would rather not say").click()
    page.get_by_role("button", name="Show the map").click()
    madaro = page.get_by_role("link", name="Adrian Madaro")
    expect(madaro).to_be_visible()
    faults = faults_of(page)
    madaro.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Adrian Madaro").and_(page.get_by_role("radio"))).to_be_focused()
    expect(page.get_by_label("Adrian Madaro").and_(page.get_by_role("radio"))).to_be_checked()
    page.keyboard.press("Enter")
    will_talk_to(page, "Adrian Madaro")
    assert faults == []


def test_without_javascript_there_is_no_location_and_the_map_leads_to_its_rows(new_page, everything):
    page = new_page(390, java_script_enabled=False)
    asks_to_be_called(page, everything, "Worcester")
    expect(page.get_by_role("heading", name="Which street do you live on?")).to_be_visible()
    expect(page.locator("#here")).to_be_hidden()
    page.get_by_text("I would rather not say").click()
    page.get_by_role("button", name="Show the map").click()
    row = page.locator("tr", has_text="Auburn").first
    name = row.locator("strong").text_content()
    page.get_by_role("link", name=name).click()
    expect(row).to_be_in_viewport()
    row.get_by_role("radio").check()
    page.get_by_role("button", name="Call me now").click()
    will_talk_to(page, name)
