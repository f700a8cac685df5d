"""What a campaign tells everybody in numbers: how many calls while it goes on, and what came of it afterwards."""

from app.organizers.public_numbers import page, results_page  # noqa: F401 - they register their routes
