"""What migration 0006 builds, a file a family of tables. It has landed: what changes is a migration of its own."""
