"""What `make bench` measures: figures beside their goals, each against something else in the same run."""
