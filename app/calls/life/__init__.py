"""Where a call is in its life: what the carrier told, its legs, and the changes of its status."""
