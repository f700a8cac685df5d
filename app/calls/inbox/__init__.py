"""What supporters wrote of offices, as the team works through it: read, answered, tagged, and freed of names."""
