"""Where are access tokens reached?"""
