"""What the job engine lacks: it takes up what stalled, survives a database that goes away, knows whose a job is."""
