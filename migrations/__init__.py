"""Alembic's environment, and every migration that ever landed: none of them is edited again."""
