"""What proves, beside a password, who somebody is."""
