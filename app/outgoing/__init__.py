"""What others are told: letters by mail, and alerts to those who chose them."""
