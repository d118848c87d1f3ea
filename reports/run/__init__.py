"""The report of a run, and of a series of runs."""
