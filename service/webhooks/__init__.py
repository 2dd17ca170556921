"""Who wants to be told of what happens, and how does word reach them?"""
