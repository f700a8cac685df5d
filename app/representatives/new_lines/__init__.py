"""Numbers that one organizer alone gave to an office: used after an hour, or once somebody else confirms them."""
