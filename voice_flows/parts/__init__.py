"""The parts of a call in their order: the steps, each with its sentences, keys and paths."""
