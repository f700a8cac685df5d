"""The pages on which a campaign begins: from nothing, by three questions, or as a copy."""

from app.organizers.campaigns.new import copy_page, page  # noqa: F401 - they register their routes
