"""What is filled in for one supporter: their first name, a letter to an office, the street that they begin to type."""
