"""What was refused or forgotten, written beside the keys: so it outlives the restore of an older database."""
