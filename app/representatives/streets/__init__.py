"""Streets of split towns: in which districts they lie, by name, by house number and by neighborhood."""
