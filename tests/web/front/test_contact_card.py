"""The number that will ring a supporter can be put among their contacts."""

from tests.world.campaign.campaigns import change_campaign


def test_the_card_has_the_campaign_s_number_and_the_group_s_name(client, campaign):
    card = client.get("/c/safe-communities/contact.vcf")
    assert card.mimetype == "text/vcard"
    assert card.headers["Content-Disposition"] == 'attachment; filename="safe-communities.vcf"'
    lines = card.text.split("\r\n")
    assert (lines[0], lines[-2:]) == ("BEGIN:VCARD", ["END:VCARD", ""])
    assert "TEL;TYPE=VOICE:+16175550100" in lines


def test_a_name_can_be_anything(client, session, campaign):
    change_campaign(session, group="Neighbors, “Ünited”; \\ " + "日本" * 40)
    card = client.get("/c/safe-communities/contact.vcf").text
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n"))
    whole = card.replace("\r\n ", "").split("\r\n")
    assert "FN:Neighbors\\, “Ünited”\\; \\\\ " + "日本" * 40 in whole


def test_without_a_number_there_is_none(client, session, campaign):
    change_campaign(session, phone_number="")
    assert client.get("/c/safe-communities/contact.vcf").status_code == 404
