"""How is a program run that may do nothing but work on the files it was given? The public face."""

from service.sdk_packages.sandbox.running import Outcome, Program, run_confined

__all__ = ["Outcome", "Program", "run_confined"]
