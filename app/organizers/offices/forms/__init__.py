"""The forms of an office: its lines, its week, a day that differs, and its pace."""
