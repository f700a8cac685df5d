"""What is kept until when, and how it ends: forgetting by the clock, and when somebody asks."""
