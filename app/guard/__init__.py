"""What keeps strangers out and people unnamed: headers, route classes, signed tokens, numbers and their vault."""
