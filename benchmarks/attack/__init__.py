"""Many clients flood whatever anybody can reach, in bad faith: nothing may break, and few strangers may be rung."""
