"""Where are APIs, their policies and approvals reached?"""
