"""Which APIs are there, under which compatibility policy, with which approvals?"""
