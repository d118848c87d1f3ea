"""What was promised, what it is allocated, when it is earned, and what it cost."""
