"""What is done and looked up at steps of the phone: each once, since a turn that is sent again is not taken again."""
