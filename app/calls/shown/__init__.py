"""A call as it is read: by the phone, the supporter's page, and the organizers' log."""
