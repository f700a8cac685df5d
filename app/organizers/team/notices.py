"""What the team's page tells after something was done there, or could not be."""

from app.organizers.notices import Notice, Page

TEAM = Page(
    "organizers.team",
    {
        "changed": Notice("Changed. It holds from their next click."),
        "same": Notice("Nothing was changed: it is so already."),
        "removed": Notice("They are out of the team, and signed out everywhere. What they did stays in the audit log."),
        "sent": Notice("We are sending them the link. If it does not arrive, make a new one below and pass it on."),
        "withdrawn": Notice("The invitation is withdrawn. Its link lets nobody in."),
        "used": Notice("Nothing was done: somebody has joined by that link, or it was withdrawn.", is_bad=True),
        "gone": Notice("Nothing was done: they are not in the team any more.", is_bad=True),
    },
)
