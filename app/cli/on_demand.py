"""A command that is known by its name and its sentence until it is run: to list all of them, none is imported."""

from importlib import import_module
from typing import Any

import click
from flask import current_app

from app import create_app
from app.serving.starting import starting


class OnDemand(click.Command):
    """Stands for the `command` of a module; one that `answers` no request needs no pages."""

    def __init__(self, name: str, module: str, sentence: str, *, answers: bool) -> None:
        super().__init__(name, short_help=sentence)
        self.module, self.answers = module, answers

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """The context of the command itself, in the app. Where only help was asked for, no app is made."""
        with starting():
            command: click.Command = import_module(self.module).command
            context = command.make_context(*args, **kwargs)
            if current_app and "ringdown" not in current_app.extensions:
                context.with_resource(create_app(answers=self.answers).app_context())
        return context
