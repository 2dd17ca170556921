"""What did the generator write, and may it have? Read back without trusting a single name.

The process that wrote was confined, but it worked on a stranger's document.
"""

import os
import re
import stat
from pathlib import Path

from service.sdk_packages.failures import BuildFailed, Reason
from service.sdk_packages.limits import BuildLimits

_FOLDER = re.compile(r"[a-z_][a-z0-9_]{0,99}")
_MODULE = re.compile(r"[a-z_][a-z0-9_]{0,119}\.py")
_DEEPEST = 3


def read_produced(package: Path, limits: BuildLimits) -> dict[str, bytes]:
    """Return the content of each module by its path below the package; raise `BuildFailed`."""
    root = package.resolve(strict=True)
    found: dict[str, bytes] = {}
    size = 0
    for folder, folders, files in os.walk(root, followlinks=False):
        place = Path(folder)
        if len(place.relative_to(root).parts) > _DEEPEST:
            raise _refused(f"folders nested deeper than {_DEEPEST}")
        for name in folders:
            if not _FOLDER.fullmatch(name) or (place / name).is_symlink():
                raise _refused(f"a folder called {name!r}")
        for name in files:
            if not _MODULE.fullmatch(name):
                raise _refused(f"a file called {name!r}")
            content = _content(place / name, limits.package_bytes - size)
            size += len(content)
            found[(place / name).relative_to(root).as_posix()] = content
            if len(found) > limits.package_files:
                raise _too_large(f"more than {limits.package_files} files")
    return dict(sorted(found.items()))


def _content(path: Path, most: int) -> bytes:
    """Return what the file holds; a link, a pipe and what is reached by two names are refused."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        raise _refused(f"something at {path.name!r} that is no file") from error
    with os.fdopen(descriptor, "rb") as opened:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_nlink != 1:
            raise _refused(f"something at {path.name!r} that is no file of its own")
        content = opened.read(most + 1)
    if len(content) > most:
        raise _too_large("more bytes than a package may have")
    return content


def _refused(what: str) -> BuildFailed:
    reason = Reason(
        "",
        f"Generating the client produced {what}, which no package of ours may hold.",
        "Look for an unusual name of a tag, an operation or a schema, and report this: it is a"
        " fault of the generator, not of the document.",
    )
    return BuildFailed([reason])


def _too_large(what: str) -> BuildFailed:
    reason = Reason(
        "",
        f"The client of this document would have {what}.",
        "Divide the document into several APIs, or ask the operators for higher limits.",
    )
    return BuildFailed([reason])
