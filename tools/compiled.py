"""Compiles what the program imports, once: where Python may keep nothing, every start would compile it all anew."""

import sys
from importlib import import_module
from pkgutil import walk_packages

import app


def compile_all() -> None:
    """Import every module of the program, and by it what it needs of its libraries."""
    sys.dont_write_bytecode = False  # whatever the surroundings say: images and tests often forbid it
    for module in walk_packages(app.__path__, "app."):
        import_module(module.name)


if __name__ == "__main__":
    compile_all()
