"""Between the form and the call: whether a person sent it, which calls this browser began, what is said in place of one."""
