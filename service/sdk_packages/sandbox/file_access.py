"""Where may a confined process write? Below its own folder only (Landlock, Linux 5.13)."""

import ctypes
import os
import struct
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_WANT_VERSION, _PATH_BENEATH = 1, 1
_WRITING = sum(1 << bit for bit in (1, 4, 5, 6, 7, 8, 9, 10, 11, 12))
"""Write a file; remove folders and files; make devices, folders, files, sockets, pipes, links."""
_TRUNCATE, _TRUNCATE_SINCE = 1 << 14, 3


def write_only_below(library: ctypes.CDLL, folder: Path) -> bool:
    """Refuse all writing elsewhere; False where the kernel does not know how."""
    version = library.syscall(_CREATE_RULESET, None, 0, _WANT_VERSION)
    if version < 1:
        return False
    handled = _WRITING | (_TRUNCATE if version >= _TRUNCATE_SINCE else 0)
    attributes = struct.pack("<Q", handled)
    ruleset = library.syscall(_CREATE_RULESET, attributes, len(attributes), 0)
    if ruleset < 0:
        return False
    place = os.open(folder, os.O_PATH | os.O_DIRECTORY)
    try:
        rule = struct.pack("<Qi", handled, place)
        return bool(
            library.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, rule, 0) == 0
            and library.syscall(_RESTRICT_SELF, ruleset, 0) == 0
        )
    finally:
        os.close(place)
        os.close(ruleset)
