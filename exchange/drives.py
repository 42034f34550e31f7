"""Removable drives: which are plugged in, what they are called, how much room they have, and letting them go."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from exchange.disk import too_large

FAT_LIMIT = 2**32 - 1
"""Bytes of the largest file that a FAT file system holds."""

_FAT = ("vfat", "msdos", "umsdos", "fat", "fat12", "fat16", "fat32")
_MOUNTS, _SYS, _LABELS = Path("/proc/self/mounts"), Path("/sys/class/block"), Path("/dev/disk/by-label")
_EJECT_SECONDS = 30


@dataclass(frozen=True)
class Drive:
    """A removable drive: where its folder is, its name, bytes free and in all, its file system, its device."""

    path: Path
    name: str
    free: int
    total: int
    file_system: str
    read_only: bool
    device: str = ""


@dataclass(frozen=True)
class _Mount:
    device: str
    folder: Path
    file_system: str
    read_only: bool


def drives() -> list[Drive]:
    """The removable drives that can be written to or at least seen now, by name. Asks no drive to spin up."""
    found = _on_windows() if sys.platform == "win32" else _on_linux()
    return sorted(found, key=lambda drive: (drive.name, str(drive.path)))


def file_system_of(place: Path) -> str:
    """The file system that holds ``place``, such as ``vfat`` or ``NTFS``; empty where it is not known."""
    if sys.platform == "win32":
        from exchange import windows

        return windows.volume(place.resolve())[1]
    under = [each for each in reversed(mounts()) if place.resolve().is_relative_to(each.folder)]  # the uppermost first
    return max(under, key=lambda each: len(each.folder.parts)).file_system if under else ""


def largest_file(place: Path) -> int:
    """Bytes a file at ``place`` can have, however much room there is: FAT ends it at 4 GB, exFAT and others do not."""
    return FAT_LIMIT if file_system_of(place).lower() in _FAT else sys.maxsize


def refuse_too_large(place: Path, size: int) -> None:
    """Raises StorageError where no file of ``size`` bytes can be at ``place``."""
    if size > largest_file(place):
        raise too_large(place)


def let_go(drive: Drive) -> bool:
    """Unmount a drive whose files are flushed already; whether it may be pulled without any further word.

    Linux asks udisks, as the desktop does; elsewhere, and where udisks says no, the drive stays and False comes back.
    """
    if not drive.device or not shutil.which("udisksctl"):
        return False
    try:
        done = subprocess.run(
            ["udisksctl", "unmount", "--no-user-interaction", "--block-device", drive.device],
            capture_output=True,
            timeout=_EJECT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def mounts() -> list[_Mount]:
    """What is mounted where, as the kernel tells; empty on systems that do not."""
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        device, folder, file_system, options = line.split(" ")[:4]
        found.append(_Mount(_unescaped(device), Path(_unescaped(folder)), file_system, "ro" in options.split(",")))
    return found


def _unescaped(text: str) -> str:
    """The kernel writes blanks and the like as three octal digits."""
    for code in ("040", "011", "012", "134"):
        text = text.replace(f"\\{code}", chr(int(code, 8)))
    return text


def _on_linux() -> list[Drive]:
    labels = _labels()
    found: dict[str, Drive] = {}
    for mount in mounts():
        device = Path(mount.device)
        if device.name in found or not mount.device.startswith("/dev/") or not _removable(device.name):
            continue
        free, total = _room(mount.folder)
        name = labels.get(device.name) or mount.folder.name or device.name
        found[device.name] = Drive(mount.folder, name, free, total, mount.file_system, mount.read_only, mount.device)
    return list(found.values())


def _removable(name: str) -> bool:
    """Whether the disk of a block device says it is removable, or hangs on USB (large ones say they are fixed)."""
    try:
        where = (_SYS / name).resolve(strict=True)
    except OSError:
        return False
    disk = where.parent if (where / "partition").exists() else where
    try:
        told = (disk / "removable").read_text().strip()
    except OSError:
        told = "0"
    return told == "1" or any(part.startswith("usb") for part in disk.parts)


def _labels() -> dict[str, str]:
    """The labels drives were given, by device."""
    try:
        links = list(_LABELS.iterdir())
    except OSError:
        return {}
    return {Path(os.readlink(link)).name: _unhexed(link.name) for link in links}


def _unhexed(label: str) -> str:
    """Udev writes what is no plain letter as ``\\x20``; other scripts stay."""
    head, *rest = label.split("\\x")
    raw = head.encode() + b"".join(bytes.fromhex(each[:2]) + each[2:].encode() for each in rest)
    return raw.decode("utf-8", "replace")


def _room(folder: Path) -> tuple[int, int]:
    try:
        usage = shutil.disk_usage(folder)
    except OSError:
        return 0, 0
    return usage.free, usage.total


def _on_windows() -> list[Drive]:
    found: list[Drive] = []
    if sys.platform == "win32":
        from exchange import windows

        for root in windows.removable():
            with windows.no_questions():
                free, total = _room(Path(root))
            if total:  # a card reader without a card has no room at all
                label, file_system, read_only = windows.volume(Path(root))
                found.append(Drive(Path(root), label or root, free, total, file_system, read_only))
    return found
