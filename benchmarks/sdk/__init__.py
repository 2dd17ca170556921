"""How many documents of shared/real become clients, and at which price?"""
