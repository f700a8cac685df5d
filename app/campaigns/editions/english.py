"""The English of an edition, whole, from which it is translated: some of it stands beside its other texts."""

from collections.abc import Sequence
from dataclasses import replace

from app.campaigns.editions.content import Action, Content
from app.campaigns.texts import Texts


def english_of(content: Content) -> Texts:
    """Every text in English."""
    return replace(content.english, latest=latest_of(content.actions), privacy_note=content.privacy_note)


def latest_of(actions: Sequence[Action]) -> tuple[str, ...]:
    """The words of "The Latest": of each action its title and its sentence, a line each."""
    return tuple(line for action in actions for line in (action.title, action.text) if line)


def said_in(actions: Sequence[Action], lines: Sequence[str]) -> tuple[Action, ...]:
    """The same actions in other words, of which there are as many."""
    rest = iter(lines)
    return tuple(replace(action, title=next(rest), text=next(rest) if action.text else "") for action in actions)
