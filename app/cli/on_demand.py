"""A command that is known by its name and its sentence until it is run: to list all of them, none is imported."""

from importlib import import_module
from typing import Any

import click
from flask import current_app

from app import create_app
from app.cli.in_words import in_words
from app.serving.starting import starting

HELP = "--help"


class OnDemand(click.Command):
    """Stands for the `command` of a module; one that `answers` no request needs no pages.

    One that `takes_nothing` has no more to explain than its sentence.
    """

    def __init__(self, name: str, module: str, sentence: str, *, answers: bool, takes_nothing: bool) -> None:
        super().__init__(name, help=sentence, short_help=sentence)
        self.module, self.answers, self.takes_nothing = module, answers, takes_nothing

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of the command itself, in the app. Where only help was asked for, no app is made."""
        if self.takes_nothing and args == [HELP]:
            return super().make_context(info_name, args, parent, **extra)
        with starting():
            command: click.Command = import_module(self.module).command
            context = command.make_context(info_name, args, parent, **extra)
            context.with_resource(in_words())
            if current_app and "ringdown" not in current_app.extensions:
                context.with_resource(create_app(answers=self.answers).app_context())
        return context
