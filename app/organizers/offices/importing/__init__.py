"""The pages on which a file of who sits where is uploaded, looked at, asked about, and brought in or prepared."""

from app.organizers.offices.importing import file_page, new_page, prepared_page  # noqa: F401 - they register their routes
