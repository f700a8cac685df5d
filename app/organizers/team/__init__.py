"""The pages of the team: who is in it, who is invited, and the page on which somebody joins."""

from app.organizers.team import inviting, joining_page, list_page, member_page  # noqa: F401 - they register their routes
