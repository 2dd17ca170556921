"""Where are versions published, read, compared and retired?"""
