"""A built-in recording of a language for which no carrier has a voice: `make voices` makes them."""

from pathlib import Path

from flask import Response, send_from_directory

from app.recordings import recordings

VOICES = Path(__file__).with_name("voices")


@recordings.get("/voices/<piece:piece>.mp3")
def built_in_sound(piece: str) -> Response:
    """The file, or the part of it that a player asks for. It is named by what it says, and never changes."""
    return send_from_directory(VOICES, f"{piece}.mp3", mimetype="audio/mpeg", conditional=True)
