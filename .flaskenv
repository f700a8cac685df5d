FLASK_APP=app.cli:for_terminal
