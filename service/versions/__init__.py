"""How is a version of an API published, read and retired?"""
