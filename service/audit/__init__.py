"""Who did what, when? Append-only, written in the transaction of the change."""
