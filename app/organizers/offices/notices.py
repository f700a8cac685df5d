"""What the pages of offices tell after a redirect: of one office, and of all of them."""

from app.organizers.notices import Notice, Page

OFFICE = Page(
    "organizers.office",
    {
        "corrected": Notice("The lines are corrected. The next call takes them."),
        "new-line": Notice(
            "Saved. The new number is used in an hour, or as soon as somebody else confirms it or a test call reaches "
            "the office there. Until then the office is called as before."
        ),
        "undone": Notice("The lines are again what was imported."),
        "same": Notice("Nothing was changed: the lines are so already."),
        "email": Notice("The address is corrected. Whoever writes from now on writes there."),
        "imported-email": Notice("The address is again what was imported."),
        "same-email": Notice("Nothing was changed: the address is so already."),
        "made": Notice("The office is made. Look at its hours, then put it on a campaign's list."),
        "made-changed": Notice("Saved. The next call goes by it."),
        "made-undone": Notice("It is again as it was before."),
        "made-same": Notice("Nothing was changed: it is so already."),
        "made-taken": Notice("Nothing was changed: another office has that name and title now.", is_bad=True),
        "put-back": Notice("It is back: campaigns can call it again."),
        "hours": Notice("The hours are changed. The next call goes by them."),
        "usual": Notice("The usual hours count again."),
        "exception": Notice("The day is noted. The next call goes by it."),
        "removed": Notice("That day is like any other again."),
        "pace": Notice("Noted. The next call goes by it."),
        "complained": Notice("Noted. It takes few of our calls a day from now on, and all of you are told."),
        "settled": Notice("Good. Nobody is told any more. How often they are called stays as it is."),
        "same-pace": Notice("Nothing was changed: it takes so many already."),
        "same-hours": Notice("Nothing was changed: the hours are so already."),
        "elsewhere": Notice(
            "Nothing was changed: this office has other lines now. Look at their hours below.", is_bad=True
        ),
    },
)

MADE_OFFICES = Page(
    "organizers.made_offices",
    {
        "removed": Notice("Removed. Nobody is connected there any more. If that was a mistake, put it back below."),
        "same": Notice("Nothing was changed: it is so already."),
    },
)

OFFICES = Page(
    "organizers.all_offices",
    {
        "imported": Notice("The file is brought in. The next call goes by it."),
        "exception": Notice("The day is noted for every office. The next call goes by it."),
        "removed": Notice("That day is like any other again."),
        "same": Notice("Nothing was changed: it is so already."),
    },
)
