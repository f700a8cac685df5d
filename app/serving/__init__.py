"""What every answer needs, whoever gives it: the server, static files, log lines, error pages and problems."""
