"""Between form and call: whether a person sent it, which calls this browser has, what is said in place of one."""
