"""What every sentence works with: the systems behind their doors, names, time, accidents, what is witnessed."""
