"""The pages on which a campaign begins: from nothing, by three questions, or as a copy."""

from app.organizers.campaigns.new import address_page, copy_page, page  # noqa: F401 - they register their routes
