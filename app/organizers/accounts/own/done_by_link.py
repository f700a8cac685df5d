"""Where a link of a mail leads once it did what it was for: each tells it to whoever sits there."""

from flask_security import current_user
from werkzeug.wrappers import Response

from app.organizers.accounts.own.index_page import ACCOUNT
from app.organizers.accounts.told_at_sign_in import SIGN_IN_PAGE


def tells_by_link(code: str, whose: int) -> Response:
    """Lead to the sign-in, or whoever is signed in to their own account, even if the link was another's."""
    if not current_user.is_authenticated:
        return SIGN_IN_PAGE.tells(code)
    return ACCOUNT.tells(code if current_user.id == whose else f"anothers-{code}")
