"""Which operations are there about invitations?"""
