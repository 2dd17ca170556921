"""Is the search for garbage always taken up again?"""

import gc

import pytest

from service.collector import collector_paused


def test_it_pauses_and_goes_on() -> None:
    with collector_paused():
        during = gc.isenabled()

    assert (during, gc.isenabled()) == (False, True)


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), collector_paused():
        raise ValueError("broken")

    assert gc.isenabled()


def test_a_pause_within_a_pause_does_not_end_it() -> None:
    with collector_paused():
        with collector_paused():
            pass
        during = gc.isenabled()

    assert (during, gc.isenabled()) == (False, True)


def test_it_stays_off_for_whoever_switched_it_off() -> None:
    gc.disable()
    try:
        with collector_paused():
            pass
        after = gc.isenabled()
    finally:
        gc.enable()

    assert not after
