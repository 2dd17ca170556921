"""What do all generated clients have in common? Copied into each of them, never imported here."""
