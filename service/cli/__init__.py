"""What does the bindery command do?"""
