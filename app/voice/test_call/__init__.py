"""What the carrier asks and tells about a test call: on the organizer's own leg, and on the one to the recording."""

from app.voice.test_call import office_leg, organizers_leg  # noqa: F401 - they register their routes
