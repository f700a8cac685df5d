"""The carrier's own records of calls: deleted there once nothing is asked of them any more."""
