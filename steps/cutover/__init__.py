"""Coming over from old systems."""
