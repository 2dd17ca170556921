"""Does the filter refuse what it should? Read as the kernel reads it, for both processors."""

import pytest

from service.sdk_packages.sandbox.system_calls import filter_program

ALLOWED, REFUSED, UNKNOWN, KILLED = 0x7FFF0000, 0x00050001, 0x00050026, 0x80000000
FAMILIES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
SOCKET = {"x86_64": 41, "aarch64": 198}
EXECVE = {"x86_64": 59, "aarch64": 221}
CLONE = {"x86_64": 56, "aarch64": 220}
READ = {"x86_64": 0, "aarch64": 63}
AS_THREAD = 0x00010000


def judged(machine: str, call: int, argument: int = 0, *, programs: bool, family: int = 0) -> int:
    """Return the filter's verdict about a system call."""
    values = {0: call, 4: family or FAMILIES[machine], 16: argument}
    steps = filter_program(machine, may_start_programs=programs)
    loaded, at = 0, 0
    while True:
        code, if_true, if_false, operand = steps[at]
        at += 1
        match code:
            case 0x20:
                loaded = values[operand]
            case 0x06:
                return operand
            case 0x15:
                at += if_true if loaded == operand else if_false
            case 0x25:
                at += if_true if loaded > operand else if_false
            case 0x45:
                at += if_true if loaded & operand else if_false
            case _:
                raise AssertionError(code)


@pytest.mark.parametrize("machine", FAMILIES)
@pytest.mark.parametrize("programs", [True, False])
def test_the_network_is_refused_and_reading_is_not(machine: str, *, programs: bool) -> None:
    assert judged(machine, SOCKET[machine], programs=programs) == REFUSED
    assert judged(machine, READ[machine], programs=programs) == ALLOWED


@pytest.mark.parametrize("machine", FAMILIES)
def test_programs_start_only_where_they_may(machine: str) -> None:
    assert judged(machine, EXECVE[machine], programs=False) == REFUSED
    assert judged(machine, EXECVE[machine], programs=True) == ALLOWED


@pytest.mark.parametrize("machine", FAMILIES)
def test_threads_are_no_processes(machine: str) -> None:
    assert judged(machine, CLONE[machine], AS_THREAD, programs=False) == ALLOWED
    assert judged(machine, CLONE[machine], 17, programs=False) == REFUSED
    assert judged(machine, 435, programs=False) == UNKNOWN


def test_calls_under_other_numbers_do_not_get_round_it() -> None:
    assert judged("x86_64", 0x40000000 | 41, programs=False) == REFUSED
    assert judged("x86_64", 41, programs=False, family=0x40000003) == KILLED
