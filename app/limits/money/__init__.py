"""What calls may cost: reserved before a phone rings, settled when the call is over, told before it is too late."""
