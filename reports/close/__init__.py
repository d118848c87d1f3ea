"""The close report: its sections, its key figures, its page."""
