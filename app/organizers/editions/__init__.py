"""The pages on which a campaign's editions are compared, published, read and published again."""

from app.organizers.editions import earlier_page, heard_page, page_compared, publish_page  # noqa: F401 - they register their routes
