"""How is the search for garbage kept from work that makes none?"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the cyclic collector: reading and comparing make hundreds of thousands of objects.

    None of them is garbage before the end, and the search takes up to a third of the time. Whoever
    found the collector running starts it again, so it never stays off, in whatever order threads
    come and go.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
