"""What is filled in for one supporter: their first name, and the script as a letter to an office."""
