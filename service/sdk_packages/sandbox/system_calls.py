"""Which system calls are refused? Those that reach the network or start another program (seccomp).

A filter for one processor family, written out: load the number of the call, compare, refuse.
"""

import ctypes
import errno
import os
import struct
from types import MappingProxyType

_SET_SECCOMP, _MODE_FILTER = 22, 2
_LOAD, _JUMP_EQUAL, _JUMP_GREATER, _JUMP_ANY_BIT, _RETURN = 0x20, 0x15, 0x25, 0x45, 0x06
_ALLOW, _KILL, _REFUSE = 0x7FFF_0000, 0x8000_0000, 0x0005_0000 | errno.EPERM
_UNKNOWN_CALL = 0x0005_0000 | errno.ENOSYS
_CALL_AT, _FAMILY_AT, _FIRST_ARGUMENT_AT = 0, 4, 16
_AS_THREAD = 0x0001_0000
_FOREIGN_CALLS = 0x4000_0000
"""The bit of x32 calls, which are the same calls under other numbers."""

_FAMILIES = MappingProxyType({"x86_64": 0xC000_003E, "aarch64": 0xC000_00B7})
_NETWORK = MappingProxyType(
    {
        # socket, connect, sendto, sendmsg, bind, listen, socketpair
        "x86_64": (41, 42, 44, 46, 49, 50, 53),
        "aarch64": (198, 203, 206, 211, 200, 201, 199),
    }
)
_PROGRAMS = MappingProxyType(
    {
        # fork, vfork, execve, execveat
        "x86_64": (57, 58, 59, 322),
        "aarch64": (221, 281),
    }
)
_OTHERS = MappingProxyType(
    {
        # ptrace, mount, unshare, setns, keyctl, process_vm_writev, io_uring_setup
        "x86_64": (101, 165, 272, 308, 250, 311, 425),
        "aarch64": (117, 40, 97, 268, 219, 271, 425),
    }
)
_CLONE = MappingProxyType({"x86_64": 56, "aarch64": 220})
_CLONE3 = 435


def filter_system_calls(library: ctypes.CDLL, *, may_start_programs: bool) -> bool:
    """Refuse these calls for the rest of the process's life; False where that cannot be done."""
    machine = os.uname().machine
    if machine not in _FAMILIES:
        return False
    program = filter_program(machine, may_start_programs=may_start_programs)
    code = b"".join(struct.pack("<HBBI", *instruction) for instruction in program)
    instructions = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("@HP", len(program), ctypes.addressof(instructions))
    return bool(library.prctl(_SET_SECCOMP, _MODE_FILTER, header, 0, 0) == 0)


def filter_program(machine: str, *, may_start_programs: bool) -> list[tuple[int, int, int, int]]:
    """Return the instructions of the filter: code, jumps if true and if false, operand."""
    refused = [*_NETWORK[machine], *_OTHERS[machine]]
    steps = [
        (_LOAD, 0, 0, _FAMILY_AT),
        (_JUMP_EQUAL, 1, 0, _FAMILIES[machine]),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _CALL_AT),
        (_JUMP_GREATER, 0, 1, _FOREIGN_CALLS - 1),
        (_RETURN, 0, 0, _REFUSE),
    ]
    if not may_start_programs:
        refused += _PROGRAMS[machine]
        steps += [
            # clone3 hides its flags from filters; libraries fall back to clone.
            (_JUMP_EQUAL, 0, 1, _CLONE3),
            (_RETURN, 0, 0, _UNKNOWN_CALL),
            (_JUMP_EQUAL, 0, 4, _CLONE[machine]),
            (_LOAD, 0, 0, _FIRST_ARGUMENT_AT),
            (_JUMP_ANY_BIT, 1, 0, _AS_THREAD),
            (_RETURN, 0, 0, _REFUSE),
            (_RETURN, 0, 0, _ALLOW),
        ]
    for number in refused:
        steps += [(_JUMP_EQUAL, 0, 1, number), (_RETURN, 0, 0, _REFUSE)]
    return [*steps, (_RETURN, 0, 0, _ALLOW)]
