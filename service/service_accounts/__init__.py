"""Which machines does a group have?"""
