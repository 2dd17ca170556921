"""What do all blueprints of the API share?"""
