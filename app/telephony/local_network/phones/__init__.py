"""The phones: how they behave, what people do at them, what is heard and how long it lasts."""
