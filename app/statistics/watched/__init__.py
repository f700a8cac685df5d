"""Figures for whoever watches this server: read from the database at the moment somebody asks, nobody's in person."""
