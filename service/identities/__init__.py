"""Who can sign in: users and their passwords."""
