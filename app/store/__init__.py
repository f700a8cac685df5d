"""The database and what is kept in it for us: its engine, its migrations, its jobs, and the embedded PostgreSQL."""
