"""What a step is measured against: a bare Flask route that writes one row and commits."""

from flask import Flask
from sqlalchemy import Column, Engine, Identity, Integer, MetaData, String, Table
from sqlalchemy.orm import Session

from benchmarks.asking import Prepared, post

NOTE = Table("bench_note", MetaData(), Column("id", Integer, Identity(), primary_key=True), Column("words", String))
INSERT = NOTE.insert().inline()


def bare_app(engine: Engine) -> Flask:
    """An app of one route, on the very engine of the app that is measured, with a session as Flask's users write it."""
    app = Flask("bare")
    NOTE.create(engine)

    @app.post("/note")
    def note() -> str:
        with Session(engine) as session:
            session.execute(INSERT, {"words": "kept"})
            session.commit()
        return "kept"

    return app


def notes(how_many: int) -> list[Prepared]:
    """So many requests of it."""
    return [post("/note", {}, "http://127.0.0.1:8080") for _ in range(how_many)]
