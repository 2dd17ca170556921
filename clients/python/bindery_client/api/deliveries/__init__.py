"""Which operations are there about deliveries?"""
