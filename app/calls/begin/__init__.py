"""How a call begins: asked for on the page, dialed in, or joined by a code."""
