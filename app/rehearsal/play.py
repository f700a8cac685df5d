"""Plays a rehearsal: the choices made so far, through the real flow; and on to an ending, if one is asked for."""

from collections.abc import Sequence
from dataclasses import replace

from app.calls.shown.log.page import log_row
from app.calls.shown.log.row import LogRow
from app.calls.steps.at_hand import AtHand
from app.rehearsal.begin import first_phase
from app.rehearsal.choices import Choice
from app.rehearsal.endings import Ending
from app.rehearsal.phases.phase import Phase, hangs_up
from app.rehearsal.pilot import Pilot
from app.rehearsal.scene import Scene
from app.rehearsal.stage import Stage
from app.rehearsal.told import Story, Who

MOST_CHOICES = 80  # a call of five offices takes about forty


def play(
    own: AtHand, scene: Scene, choices: Sequence[str], ending: Ending | None = None, *, tells_log: bool = True
) -> Story:
    """Where these choices lead. One that was never offered ends the list: what follows it means nothing.

    What is written on the way is not to be kept: whoever asks gives a unit that is undone. Who only wants to know what
    is heard need not be told what the log would say.
    """
    stage = Stage(replace(own, words=scene.words), scene)
    phase, taken = first_phase(stage), list[str]()
    for text in choices:
        choice = _offered(phase, text)
        if choice is None:
            break
        phase = _takes(stage, phase, choice, taken)
    pilot = Pilot(ending, scene) if ending else None
    while pilot and phase.offers():
        phase = _takes(stage, phase, pilot.chooses(phase), taken)
        stage.new_from = 0  # who watches reads all of it
    log = _log(stage, phase) if tells_log else None
    return Story(stage.captions, stage.new_from, phase.offers(), phase.phones, taken, log)


def _offered(phase: Phase, text: str) -> Choice | None:
    choices = (offer.takes(text) for offer in phase.offers())
    return next((choice for choice in choices if choice), None)


def _takes(stage: Stage, phase: Phase, choice: Choice, taken: list[str]) -> Phase:
    """One more; nobody rehearses for ever."""
    taken.append(str(choice))
    stage.new_from = len(stage.captions)
    following = phase.takes(choice)
    if len(taken) < MOST_CHOICES or not following.offers():
        return following
    stage.told(Who.PROGRAM, "This has become a long call, and a rehearsal ends here.")
    return hangs_up(stage)


def _log(stage: Stage, phase: Phase) -> LogRow | None:
    """What the log would say of a call that is over."""
    if phase.offers() or not stage.call_id:
        return None
    return log_row(stage.own.session, stage.call_id)
