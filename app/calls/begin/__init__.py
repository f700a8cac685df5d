"""How a call begins: asked for on the page, dialed in, joined by a code, or remembered from the last time."""
