"""Confinement: what the process of untrusted queries gives up before it reads the first one.

No new file, socket or program; a bounded memory; nothing written. On Linux a filter of system
calls (seccomp) refuses sockets; elsewhere the limit on open files does.
"""

from __future__ import annotations

import ctypes
import os
import platform
import sys
import threading
import time
from pathlib import Path
from struct import Struct

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]  # the module is missing there

__all__ = ["confine"]

MEMORY = 2**30
"""The most bytes of address space, unless the graph alone takes half of it."""

_SECONDS_BETWEEN_LOOKS = 0.1
_ERRNO = 0x0005_0000 | 1  # SECCOMP_RET_ERRNO, EPERM
_ALLOW = 0x7FFF_0000
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_FOREIGN = 0x4000_0000  # numbers of the x32 calls
_NO_NEW_PRIVILEGES = 38
_FILTER_ALL_THREADS = (1, 1)  # SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC
# socket, connect, socketpair, execve, execveat, ptrace, io_uring_setup
_MACHINES = {
    "x86_64": (0xC000_003E, 317, (41, 42, 53, 59, 322, 101, 425)),
    "aarch64": (0xC000_00B7, 277, (198, 203, 199, 221, 281, 117, 425)),
}


def confine(*, resident: int = 0) -> list[str]:
    """Give up what a query has no use for, and return the guards that now stand.

    `resident`, if given, bounds the memory in use in place of the address space: the process ends
    where it passes so many bytes. It is for libraries that reserve far more than they use.
    """
    guards = ["system calls"] if sys.platform == "linux" and _filter_calls() else []
    if resident and sys.platform == "linux":
        memory = os.open("/proc/self/statm", os.O_RDONLY)
        threading.Thread(target=_watch, args=(memory, resident), daemon=True).start()
    return guards + _limit(bounds_addresses=not resident)


def _watch(memory: int, most: int) -> None:
    """End the process when it holds more than so many bytes."""
    page = os.sysconf("SC_PAGE_SIZE")
    while int(os.pread(memory, 200, 0).split()[1]) * page < most:
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    os.abort()


def _limit(*, bounds_addresses: bool) -> list[str]:
    """Return the names of the limits set, none where the system has no such limits."""
    if resource is None:
        return []
    wanted = {
        "files": (resource.RLIMIT_NOFILE, _first_free_file()),
        "memory": (resource.RLIMIT_AS, max(MEMORY, _address_space() + MEMORY // 2)),
        "writing": (resource.RLIMIT_FSIZE, 0),
        "cores": (resource.RLIMIT_CORE, 0),
    }
    if not bounds_addresses:
        del wanted["memory"]
    return [name for name, (limit, value) in wanted.items() if _set(limit, value)]


def _set(limit: int, value: int) -> bool:
    try:
        resource.setrlimit(limit, (value, value))
    except (OSError, ValueError):  # not every system takes every limit
        return False
    return True


def _first_free_file() -> int:
    number = os.dup(0)
    os.close(number)
    return number


def _address_space() -> int:
    """Return the bytes of address space now in use, or 0 where the system does not tell."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _filter_calls() -> bool:
    """Tell whether the system took the filter, for every thread."""
    machine = _MACHINES.get(platform.machine())
    if machine is None:
        return False
    architecture, seccomp, refused = machine
    code = _code(architecture, refused)
    lines = ctypes.create_string_buffer(code, len(code))
    program = _PROGRAM.pack(len(code) // _INSTRUCTION.size, ctypes.addressof(lines))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    return bool(libc.syscall(seccomp, *_FILTER_ALL_THREADS, program) == 0)


_INSTRUCTION = Struct("HBBI")
_PROGRAM = Struct("HP")


def _code(architecture: int, refused: tuple[int, ...]) -> bytes:
    """Return the filter: the calls refused fail with EPERM, as do those of other machines."""
    tests = [(_AT_LEAST, _FOREIGN), *((_EQUAL, number) for number in refused)]
    lines = [(_LOAD, 0, 0, 4), (_EQUAL, 0, len(tests) + 2, architecture), (_LOAD, 0, 0, 0)]
    for rank, (test, number) in enumerate(tests):
        lines.append((test, len(tests) - rank, 0, number))
    lines += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _ERRNO)]
    return b"".join(_INSTRUCTION.pack(*line) for line in lines)
