"""The use cases of a call, without HTTP: place, ring, record, follow, report, log."""
