"""What a group sets up once with its carrier: account, numbers, permissions, and a call that tries all of it."""
