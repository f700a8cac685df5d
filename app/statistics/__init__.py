"""What came of all calls, in numbers: counted by a job from what happened, so that no page counts calls."""
