"""What the sign-in page tells whoever comes from another page of ours."""

from app.organizers.notices import Notice, Page

SIGN_IN_PAGE = Page(
    "security.login",
    {
        "password": Notice("Your password is changed. Sign in with it."),
        "address": Notice("The address is yours. Sign in with it from now on."),
        "signed-out": Notice("You had been signed out, so nothing was done. Sign in, then try once more.", is_bad=True),
    },
)


def told_at_sign_in() -> dict[str, object]:
    """For the template."""
    return {"notice": SIGN_IN_PAGE.notice()}
