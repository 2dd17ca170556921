"""How is the instance run?"""
