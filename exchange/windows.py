"""What Windows alone is asked for: what kind of drive a letter is, reading past the cache, names that stay, memory.

Each function says which calls of the system it makes; their types are given, since handles do not fit Python's default.
"""

from __future__ import annotations

import ctypes
import mmap
import msvcrt
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes
from pathlib import Path

assert sys.platform == "win32"

_kernel = ctypes.WinDLL("kernel32", use_last_error=True)
_INVALID = ctypes.c_void_p(-1).value
_GENERIC_READ, _SHARE_READ, _SHARE_WRITE, _OPEN_EXISTING = 0x80000000, 1, 2, 3
_NO_BUFFERING = 0x20000000
_REMOVABLE, _FIXED = 2, 3
_READ_ONLY_VOLUME = 0x00080000
_QUERY_PROPERTY = 0x002D1400
_BUS_AT, _BUSES_OUTSIDE = 28, (4, 7, 12, 13)
"""Where a device's description names its bus; FireWire, USB and the two kinds of memory cards."""
_REPLACE, _WRITE_THROUGH = 1, 8
_FAIL_CRITICAL_ERRORS = 1
_EXTENDED_LIMITS, _LIMIT_PROCESS_MEMORY = 9, 0x100
_LONGEST = 261

_kernel.GetLogicalDrives.restype = wintypes.DWORD
_kernel.GetDriveTypeW.argtypes = (wintypes.LPCWSTR,)
_kernel.GetDriveTypeW.restype = wintypes.UINT
_kernel.GetVolumePathNameW.argtypes = (wintypes.LPCWSTR, wintypes.LPWSTR, wintypes.DWORD)
_kernel.GetVolumeInformationW.argtypes = (
    *(wintypes.LPCWSTR, wintypes.LPWSTR, wintypes.DWORD, wintypes.LPDWORD, wintypes.LPDWORD, wintypes.LPDWORD),
    *(wintypes.LPWSTR, wintypes.DWORD),
)
_kernel.CreateFileW.argtypes = (
    *(wintypes.LPCWSTR, wintypes.DWORD, wintypes.DWORD, wintypes.LPVOID),
    *(wintypes.DWORD, wintypes.DWORD, wintypes.HANDLE),
)
_kernel.CreateFileW.restype = wintypes.HANDLE
_kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
_kernel.ReadFile.argtypes = (*(wintypes.HANDLE, wintypes.LPVOID, wintypes.DWORD, wintypes.LPDWORD, wintypes.LPVOID),)
_kernel.DeviceIoControl.argtypes = (
    *(wintypes.HANDLE, wintypes.DWORD, wintypes.LPVOID, wintypes.DWORD),
    *(wintypes.LPVOID, wintypes.DWORD, wintypes.LPDWORD, wintypes.LPVOID),
)
_kernel.MoveFileExW.argtypes = (wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD)
_kernel.SetThreadErrorMode.argtypes = (wintypes.DWORD, wintypes.LPDWORD)
_kernel.CreateJobObjectW.argtypes = (wintypes.LPVOID, wintypes.LPCWSTR)
_kernel.CreateJobObjectW.restype = wintypes.HANDLE
_kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, wintypes.LPVOID, wintypes.DWORD)
_kernel.GetCurrentProcess.restype = wintypes.HANDLE
_kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)


def removable() -> list[str]:
    """The roots, such as ``E:\\``, of drives that can be pulled out: sticks and cards, and disks on USB, which call
    themselves fixed (GetLogicalDrives, GetDriveTypeW, IOCTL_STORAGE_QUERY_PROPERTY).
    """
    known = _kernel.GetLogicalDrives()
    roots = [f"{chr(ord('A') + place)}:\\" for place in range(26) if known >> place & 1]
    found = []
    with no_questions():
        for root in roots:
            kind = _kernel.GetDriveTypeW(root)
            if kind == _REMOVABLE or (kind == _FIXED and _bus(root) in _BUSES_OUTSIDE):
                found.append(root)
    return found


def _bus(root: str) -> int:
    """The bus that the disk under a drive letter hangs on; 0 where it does not say. Needs no rights and no disk."""
    device = _kernel.CreateFileW(f"\\\\.\\{root[:2]}", 0, _SHARE_READ | _SHARE_WRITE, None, _OPEN_EXISTING, 0, None)
    if device == _INVALID:
        return 0
    try:
        query, told = (ctypes.c_ubyte * 12)(), (ctypes.c_ubyte * 1024)()
        size = wintypes.DWORD()
        done = _kernel.DeviceIoControl(device, _QUERY_PROPERTY, query, 12, told, 1024, ctypes.byref(size), None)
        return int.from_bytes(bytes(told[_BUS_AT : _BUS_AT + 4]), "little") if done and size.value > _BUS_AT + 3 else 0
    finally:
        _kernel.CloseHandle(device)


def volume(place: Path) -> tuple[str, str, bool]:
    """Label, file system and whether it is read-only, of the volume that holds ``place``, in a folder of another one
    too (GetVolumePathNameW, GetVolumeInformationW). Empty where it is not known.
    """
    root, label, system = (ctypes.create_unicode_buffer(_LONGEST) for _each in range(3))
    flags = wintypes.DWORD()
    with no_questions():
        if not _kernel.GetVolumePathNameW(str(place), root, _LONGEST):
            return "", "", False
        told = _kernel.GetVolumeInformationW(
            *(root.value, label, _LONGEST, None, None, ctypes.byref(flags), system, _LONGEST)
        )
    return (label.value, system.value, bool(flags.value & _READ_ONLY_VOLUME)) if told else ("", "", False)


@contextmanager
def no_questions() -> Iterator[None]:
    """An empty card reader is an error, not a window of the system that asks for a card (SetThreadErrorMode)."""
    before = wintypes.DWORD()
    _kernel.SetThreadErrorMode(_FAIL_CRITICAL_ERRORS, ctypes.byref(before))
    try:
        yield
    finally:
        _kernel.SetThreadErrorMode(before.value, None)


def open_past_cache(path: Path) -> int | None:
    """A handle that reads from the device (CreateFileW, FILE_FLAG_NO_BUFFERING); None where it cannot be had.

    It reads whole blocks into memory that begins at a block; what is left at the end comes all the same.
    """
    handle = _kernel.CreateFileW(str(path), _GENERIC_READ, _SHARE_READ, None, _OPEN_EXISTING, _NO_BUFFERING, None)
    return None if handle == _INVALID else msvcrt.open_osfhandle(handle, os.O_RDONLY | os.O_BINARY)


def read_into(handle: int, memory: mmap.mmap) -> int:
    """How many bytes came into ``memory``, 0 at the end (ReadFile). Raises OSError."""
    read = wintypes.DWORD()
    buffer = (ctypes.c_ubyte * len(memory)).from_buffer(memory)
    if not _kernel.ReadFile(msvcrt.get_osfhandle(handle), buffer, len(memory), ctypes.byref(read), None):
        raise ctypes.WinError(ctypes.get_last_error())
    return read.value


def move(old: Path, new: Path) -> None:
    """Rename, on the device when this returns (MoveFileExW); a file replaces another, a folder nothing. Raises OSError.

    By the documentation a folder is not moved with the wish to replace, even where there is nothing to replace.
    """
    how = _WRITE_THROUGH if old.is_dir() else _WRITE_THROUGH | _REPLACE
    if not _kernel.MoveFileExW(str(old), str(new), how):
        raise ctypes.WinError(ctypes.get_last_error())


class _Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION: its basic limits, six counters of reading and writing, and the memory."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", wintypes.DWORD),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("processes", wintypes.DWORD),
        ("affinity", ctypes.c_size_t),
        ("priority", wintypes.DWORD),
        ("scheduling", wintypes.DWORD),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def limit_memory(most: int) -> bool:
    """Let this process have at most so many bytes from now on, whether that could be done (CreateJobObjectW,
    SetInformationJobObject, AssignProcessToJobObject). The job lasts as long as the process.
    """
    job = _kernel.CreateJobObjectW(None, None)
    limits = _Limits(flags=_LIMIT_PROCESS_MEMORY, process_memory=most)
    return bool(
        job
        and _kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        and _kernel.AssignProcessToJobObject(job, _kernel.GetCurrentProcess())
    )
