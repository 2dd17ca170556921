"""What comes of several callers who do something at the same moment?"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

Result = TypeVar("Result")


def at_once(calls: Sequence[Callable[[], Result]]) -> list[Result]:
    """Make every call in a thread of its own, started together; return what each returned."""
    barrier = Barrier(len(calls))

    def wait_and_call(call: Callable[[], Result]) -> Result:
        barrier.wait(timeout=30)
        return call()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(wait_and_call, calls))
