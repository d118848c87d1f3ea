"""The four systems at one moment, as they answered when asked, and what people call their documents."""
