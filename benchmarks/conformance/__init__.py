"""Does the engine answer as the suites of other projects do, and where not, who is right?"""
