"""The parts of a call in their order: one record a step, which holds everything that the step is."""
