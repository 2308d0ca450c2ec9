"""Status, time, source and amount of a relation."""
