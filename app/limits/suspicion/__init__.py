"""Where something is odd about who asks for calls: that it is so, and the work that browsers do before one."""
