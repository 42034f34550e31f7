"""Removable drives as Linux tells of them: sticks, disks on USB, cards without a card, odd names."""

from __future__ import annotations

from pathlib import Path

import pytest

from exchange import drives


@pytest.fixture
def pc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PC with a fixed disk, a stick with one partition and an unpartitioned USB disk that says it is fixed."""
    devices = {
        "pci/ata1/block/sda": "0",
        "pci/usb1/block/sdb": "1",
        "pci/usb2/block/sdc": "0",
    }
    links = tmp_path / "class"
    links.mkdir()
    for path, removable in devices.items():
        disk = tmp_path / "devices" / path
        disk.mkdir(parents=True)
        (disk / "removable").write_text(f"{removable}\n")
        part = disk / f"{disk.name}1"
        part.mkdir()
        (part / "partition").write_text("1")
        (links / disk.name).symlink_to(disk)
        (links / part.name).symlink_to(part)
    labels = tmp_path / "labels"
    labels.mkdir()
    (labels / "\\xe4\\xbc\\x9a\\xe8\\xae\\xa1\\x20U").symlink_to("../../sdb1")
    stick = tmp_path / "my stick"
    stick.mkdir()
    (tmp_path / "disk").mkdir()
    mounts = tmp_path / "mounts"
    mounts.write_text(
        f"/dev/sda1 / ext4 rw 0 0\nproc /proc proc rw 0 0\n"
        f"systemd-1 {tmp_path}/disk autofs rw 0 0\n"
        f"/dev/sdb1 {str(stick).replace(' ', chr(92) + '040')} vfat ro,nosuid 0 0\n"
        f"/dev/sdc {tmp_path}/disk exfat rw 0 0\n/dev/sdz1 {tmp_path} ext4 rw 0 0\n"
    )
    monkeypatch.setattr(drives, "_MOUNTS", mounts)
    monkeypatch.setattr(drives, "_SYS", links)
    monkeypatch.setattr(drives, "_LABELS", labels)
    return tmp_path


def test_sticks_and_disks_on_usb_are_found(pc: Path) -> None:
    disk, stick = drives.drives()
    assert (stick.path, stick.name, stick.file_system, stick.read_only) == (pc / "my stick", "会计 U", "vfat", True)
    assert (disk.path, disk.name, disk.file_system, disk.read_only) == (pc / "disk", "disk", "exfat", False)
    assert 0 < stick.free <= stick.total


def test_the_file_system_is_that_of_the_nearest_mount(pc: Path) -> None:
    assert drives.file_system_of(pc / "my stick" / "Export") == "vfat"
    assert drives.file_system_of(pc / "disk") == "exfat", "what is mounted over another counts"
    assert drives.file_system_of(pc / "elsewhere") == "ext4"
    assert drives.largest_file(pc / "my stick") == 2**32 - 1 < drives.largest_file(pc / "disk")


def test_a_drive_that_goes_meanwhile_is_no_trouble(pc: Path) -> None:
    (pc / "my stick").rmdir()
    assert [each.name for each in drives.drives()] == ["disk", "会计 U"]
    (pc / "mounts").unlink()
    assert drives.drives() == []
    assert drives.file_system_of(pc) == ""


def test_letting_go_without_anybody_to_ask(pc: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert drives.let_go(drives.drives()[0]) is False
