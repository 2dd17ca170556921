"""Who belongs where, and who sees what?"""
