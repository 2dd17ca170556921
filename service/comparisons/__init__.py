"""What did comparing two documents give?"""
