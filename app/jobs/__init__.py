"""What runs later, in a worker: ring, reconcile, and take up again what a killed worker left."""
