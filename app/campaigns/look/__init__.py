"""How a campaign looks: its color, which everybody can read, its logo, and what others show of it."""
