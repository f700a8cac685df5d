"""Facts of a state as files tell them: records, the tables they come from, one spelling for what is looked up."""
