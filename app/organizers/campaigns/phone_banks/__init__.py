"""Phone banks: rooms full of people who call together, opened here, with a sheet that shows their code."""

from app.organizers.campaigns.phone_banks import page, sheet  # noqa: F401 - they register their routes
