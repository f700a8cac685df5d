"""What supporters read is made from the table of what is kept: nothing of theirs is left out, or told twice."""

from collections import defaultdict

from app.privacy.table import TABLE, Form
from app.privacy.topics import topics

OF_SUPPORTERS = (*TABLE["Supporters"], *TABLE["Statistics"])

# Told with what they stand beside: a random key of a page, and whose a consent is.
BESIDE = {"typed_form.key_hash", "consent.phone_sealed"}


def test_whatever_is_sealed_or_hashed_is_told():
    untold = [entry for entry in OF_SUPPORTERS if entry.form is not Form.CLEAR and not entry.told]
    assert {name for entry in untold for name in entry.names} == BESIDE


def test_every_table_of_supporters_is_told():
    tables = {entry.table for entry in OF_SUPPORTERS}
    beside = {"placing_pause", "counting", "day_to_seal", "sealed_day"}  # of the server; without a number
    assert tables - {entry.table for entry in OF_SUPPORTERS if entry.told} == beside


def test_each_topic_is_kept_in_one_form():
    forms = defaultdict(set)
    for entry in OF_SUPPORTERS:
        if entry.told:
            forms[entry.told].add(entry.form)
    assert [told for told, them in forms.items() if len(them) > 1] == []


def test_the_page_tells_each_once(client):
    page = client.get("/privacy").text
    assert [page.count(f"<h2>{topic.told.what}</h2>") for topic in topics()] == [1] * len(list(topics()))


def test_the_figures_are_those_of_the_job(client):
    page = client.get("/privacy").text
    assert "Gone 24 hours after your call ended" in page
    assert "After 30 days only the day is known, after 90 days the call is gone." in page


def test_every_page_of_a_supporter_leads_there(client, campaign):
    assert 'href="/privacy"' in client.get("/c/safe-communities").text
    assert 'href="/privacy"' in client.get("/nowhere").text
