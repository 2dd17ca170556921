"""Is a regular expression broken in every dialect, or only written in another one?"""

import re

# No published pattern is longer by far; what is longer is not examined.
LONGEST_EXAMINED = 2000

_ESCAPE = re.compile(r"\\.", re.DOTALL)
_SET = re.compile(r"\[\^?\]?[^\]]*\]")
_NOTHING_REPEATED = re.compile(r"(?:\A|[(|])[*+]")


def is_broken(pattern: str) -> bool:
    """Whether a set or a group is left open, or a repetition has nothing to repeat.

    That is wrong for every reader. The specification only says that a pattern SHOULD follow
    ECMA-262, and published documents carry other dialects. Nothing is compiled or matched.
    """
    skeleton = _SET.sub("a", _ESCAPE.sub("a", pattern))
    if "[" in skeleton or _NOTHING_REPEATED.search(skeleton):
        return True
    depth = 0
    for bracket in re.findall(r"[()]", skeleton):
        depth += 1 if bracket == "(" else -1
        if depth < 0:
            return True
    return depth > 0
