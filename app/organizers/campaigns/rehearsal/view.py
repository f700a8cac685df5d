"""The dialogue as a chat: who speaks several sentences one after the other, does so in one bubble."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.rehearsal.told import Caption, Offer, Story, Tone, Who


@dataclass(frozen=True)
class Bubble:
    """What somebody says or does in one go; the first of what is new is where a reader goes on."""

    who: Who
    captions: Sequence[Caption]
    is_now: bool

    @property
    def is_act(self) -> bool:
        """Whether nobody says it."""
        return self.captions[0].is_act


def bubbles(story: Story) -> Iterator[Bubble]:
    """The captions in their order, those that belong together in one."""
    captions, now = story.captions, min(story.new_from, len(story.captions) - 1)
    for (_, is_new, _, _), several in groupby(enumerate(captions), lambda it: _belongs(it[0] >= now, it[1])):
        numbered = list(several)
        yield Bubble(numbered[0][1].who, [caption for _, caption in numbered], is_now=is_new and numbered[0][0] == now)


def _belongs(is_new: bool, caption: Caption) -> tuple[Who, bool, bool, str]:
    return caption.who, is_new, caption.is_act, caption.keys


@dataclass(frozen=True)
class Handset:
    """What may be done with one of the phones, or on the page: pick up and hang up, say something, and the rest."""

    go: Sequence[Offer]
    stop: Sequence[Offer]
    typed: Sequence[Offer]
    keys: Sequence[Offer]
    others: Sequence[Offer]


def handset(story: Story, who: Who) -> Handset:
    """The offers of one of them, sorted."""
    mine = [offer for offer in story.offers if offer.who is who]
    usual = [offer for offer in mine if offer.tone is Tone.USUAL and not offer.is_typed]
    return Handset(
        go=[offer for offer in mine if offer.tone is Tone.GO],
        stop=[offer for offer in mine if offer.tone is Tone.STOP],
        typed=[offer for offer in mine if offer.is_typed],
        keys=[offer for offer in usual if offer.key],
        others=[offer for offer in usual if not offer.key],
    )
