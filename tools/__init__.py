"""What developers run beside the product; nothing here is imported by it."""
