"""Who was asked to come, and to which group?"""
