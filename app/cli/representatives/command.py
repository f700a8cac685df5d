"""`flask representatives` on the database of the settings."""

from app.cli.representatives.commands import group
from app.cli.session import ready_session

command = group(ready_session)
