"""Where somebody lives without their street: by the phone's own location, or on a map of the town."""
