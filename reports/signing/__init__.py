"""Gates, sign-offs and packs: who answers for exactly this evidence."""
