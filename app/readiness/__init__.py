"""What is not right yet, and the cure of each: read by `flask doctor`, by `/readyz` and by pages."""
