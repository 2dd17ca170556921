"""Which operations are there about approvals?"""
