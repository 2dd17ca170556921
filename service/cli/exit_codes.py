"""What does the exit status of a command say? The same for all of them, for use in pipelines."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The answer of a command."""

    YES = 0
    NO = 1
    """It breaks, or it was refused."""
    USAGE = 2
    """Wrong usage: options, address, token, rights, names; or a document that cannot be read."""
    UNDETERMINED = 3
    """Nobody can tell, or a maintainer has to decide."""
    UNREACHABLE = 4
    """The service does not answer, or cannot now."""
    STOPPED = 130
    """Ctrl-C, as shells number it."""


HELP = """\b
Exit codes:
  0  yes
  1  no: it breaks, or it was refused
  2  wrong usage: options, names, token, rights; or a document that cannot be read
  3  undetermined, or held until a maintainer decides
  4  the service cannot be reached"""
"""For the end of a command's help text."""
