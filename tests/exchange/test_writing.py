"""Writing to a drive is whole or absent, whatever call fails in whatever way (X1)."""

from __future__ import annotations

import errno
import json
import os
import resource
import signal
import warnings
from hashlib import sha256
from pathlib import Path

import pytest

from exchange import disk, writing
from exchange.disk import Disk
from exchange.sinks import encrypted_sink, plain_sink
from models.kernel.errors import StorageError

CONTENT = {"a.csv": os.urandom(1_100_001), "papers/合同 1.pdf": b"%PDF", "empty.txt": b""}


class FailingDisk(Disk):
    """Does what it is asked until the ``nth`` call of all, which goes wrong in one ``way``."""

    def __init__(self, nth: int, way: str) -> None:
        self.nth, self.way, self.calls, self.failed = nth, way, 0, ""

    def _now(self, call: str, *ways: str) -> bool:
        self.calls += 1
        if self.calls != self.nth or self.way not in ways:
            return False
        self.failed = call
        if self.way == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if self.way in ("EIO", "ENOSPC"):
            raise OSError(getattr(errno, self.way), os.strerror(getattr(errno, self.way)))
        return True

    def create(self, path: Path) -> int:
        self._now("create", "EIO", "ENOSPC", "kill")
        return super().create(path)

    def write(self, handle: int, data: memoryview) -> int:
        if self._now("write", "EIO", "ENOSPC", "short", "dropped", "flipped", "kill"):
            if self.way == "short":
                return super().write(handle, data[: len(data) // 2 or 1])
            if self.way == "flipped":
                return super().write(handle, memoryview(bytes([data[0] ^ 1]) + bytes(data[1:])))
            return len(data)
        return super().write(handle, data)

    def flush(self, handle: int) -> None:
        self._now("flush", "EIO", "ENOSPC", "kill")
        super().flush(handle)

    def close(self, handle: int) -> None:
        super().close(handle)
        self._now("close", "EIO", "ENOSPC", "kill")

    def rename(self, old: Path, new: Path) -> None:
        self._now("rename", "EIO", "ENOSPC", "kill")
        super().rename(old, new)

    def make_folder(self, path: Path) -> None:
        self._now("make_folder", "EIO", "ENOSPC", "kill")
        super().make_folder(path)

    def flush_folder(self, path: Path) -> None:
        self._now("flush_folder", "EIO", "ENOSPC", "kill")
        super().flush_folder(path)


def carry(place: Path) -> Path:
    with writing.new_folder(place, "Export", {"who": "李"}, needed=4_000_000) as folder:
        for name, content in CONTENT.items():
            with folder.file(name) as file:
                file.write(content[:-50_000])
                file.flush()
                file.write(content[-50_000:])
            folder.tell(name, rows=len(content))
    return folder.path


def is_whole(folder: Path) -> bool:
    """Whether what stands under the final name is everything, as its manifest says."""
    said = json.loads((folder / writing.MANIFEST).read_bytes())["files"]
    assert [(each["file"], each["bytes"]) for each in said] == [(name, len(data)) for name, data in CONTENT.items()]
    for each in said:
        assert sha256((folder / each["file"]).read_bytes()).hexdigest() == each["sha256"]
    return not list(folder.rglob("*.part"))


def calls_of_an_export(place: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    counting = FailingDisk(0, "")
    monkeypatch.setattr(disk, "disk", counting)
    assert is_whole(carry(place))
    return counting.calls


@pytest.mark.parametrize("way", ["EIO", "ENOSPC", "short", "dropped", "flipped"])
def test_every_call_failing_leaves_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    count = calls_of_an_export(tmp_path, monkeypatch)
    failed = set()
    for nth in range(1, count + 1):
        place = tmp_path / f"{nth}"
        place.mkdir()
        failing = FailingDisk(nth, way)
        monkeypatch.setattr(disk, "disk", failing)
        try:
            path = carry(place)
        except StorageError:
            final = [each for each in place.iterdir() if not each.name.endswith(disk.PART)]
            # only the very last call fails after the folder, complete and read back, has its name
            assert not final or (failing.failed == "flush_folder" and is_whole(final[0]))
            assert not list(place.glob("*.part"))
        else:
            assert not failing.failed or way == "short"
            assert is_whole(path)
        failed.add(failing.failed)
    expected = (
        {"write"}
        if way in ("short", "dropped", "flipped")
        else {*("create", "write", "flush", "close", "rename", "make_folder", "flush_folder")}
    )
    assert failed - {""} == expected


def test_killed_at_any_call_nothing_of_the_final_name_is_partial(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = calls_of_an_export(tmp_path, monkeypatch)
    for nth in range(1, count + 1):
        place = tmp_path / f"{nth}"
        place.mkdir()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # threads of Qt; the child only writes files
            child = os.fork()
        if not child:
            disk.disk = FailingDisk(nth, "kill")
            carry(place)
            os._exit(0)
        os.waitpid(child, 0)
        for each in place.iterdir():
            assert each.name == "Export.part" or is_whole(each)


def test_an_older_file_stays_until_the_new_one_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "backup"
    source = tmp_path / "source"
    target.write_bytes(b"old")
    source.write_bytes(b"new" * 500_000)
    monkeypatch.setattr(disk, "disk", FailingDisk(2, "flipped"))
    with pytest.raises(StorageError, match="not what was written"):
        writing.copy_whole(source, target)
    assert target.read_bytes() == b"old"
    heard: list[int] = []
    monkeypatch.setattr(disk, "disk", Disk())
    written = writing.copy_whole(source, target, heard.append)
    assert target.read_bytes() == source.read_bytes()
    assert written.sha256 == sha256(source.read_bytes()).hexdigest()
    assert sum(heard) == 2 * written.bytes


def test_what_another_library_wrote_is_settled(tmp_path: Path) -> None:
    part, target = tmp_path / "x.part", tmp_path / "x"
    part.write_bytes(b"content")
    with pytest.raises(StorageError, match="not what was written"):
        writing.settle(part, target, sha256(b"other").hexdigest())
    assert not part.exists()
    part.write_bytes(b"content")
    assert writing.settle(part, target).bytes == 7
    assert target.read_bytes() == b"content"


def test_cancelling_takes_everything_away(tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def stop(count: int) -> None:
        raise Enough

    with (
        pytest.raises(Enough),
        writing.new_folder(tmp_path, "Export", on_bytes=stop) as folder,
        folder.file("a") as file,
    ):
        file.write(CONTENT["a.csv"])
    assert not list(tmp_path.iterdir())


def test_a_place_that_is_full_gone_or_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StorageError, match="MB are needed"):
        writing.require_room(tmp_path, 1 << 60)
    with pytest.raises(StorageError, match="Plug the drive in"):
        carry(tmp_path / "gone")
    assert carry(tmp_path).name == "Export"
    (tmp_path / "Export (2).part").mkdir()
    assert carry(tmp_path).name == "Export (3)"


def test_what_is_said_of_a_file_under_way_is_of_all_that_was_given(tmp_path: Path) -> None:
    with writing.whole_file(tmp_path / "a.csv") as file:
        for given in (b"a" * 100, b"b" * 2_000_000, b"c"):
            file.write(given)
        said = (file.bytes, file.sha256)
    content = (tmp_path / "a.csv").read_bytes()
    assert said == (len(content), sha256(content).hexdigest()) == (2_000_101, file.written and file.written.sha256)


def test_what_fat_cannot_hold_is_refused_before_a_byte_is_written(fat: Path) -> None:
    source = fat.with_name("store.db")
    source.write_bytes(bytes(1_000_001))
    with pytest.raises(StorageError, match="FAT32"):
        writing.copy_whole(source, fat / "store.db")
    with pytest.raises(StorageError, match="FAT32"), writing.whole_file(fat / "a.csv", needed=1_000_001):
        raise AssertionError("nothing is asked to be written")
    assert not list(fat.iterdir())
    assert writing.copy_whole(source, fat.with_name("copy.db")).bytes == 1_000_001, "another drive holds it"
    os.truncate(source, 1_000_000)
    assert writing.copy_whole(source, fat / "store.db").bytes == 1_000_000


def test_what_turns_out_larger_than_fat_holds_leaves_nothing(fat: Path) -> None:
    with pytest.raises(StorageError, match="FAT32") as refused:
        carry(fat)
    assert refused.value.parameters["place"] == str(fat), "not the folder under way, which is gone by now"
    assert not list(fat.iterdir())


def test_a_drive_that_ends_files_by_itself_is_told_in_the_same_words(tmp_path: Path) -> None:
    """The system's own limit on a file does what FAT does where nobody knew that it was FAT."""

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
        try:
            carry(tmp_path)
        except StorageError as error:
            os._exit(0 if "FAT32" in str(error) else 2)
        os._exit(3)

    child = os.fork()
    if not child:
        work()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert not list(tmp_path.iterdir())


def test_two_files_whose_names_become_the_same_are_both_there(tmp_path: Path) -> None:
    with writing.new_folder(tmp_path, "Export: 1/2") as folder:
        for name in ("Papers/HT:1.pdf", "papers/ht*1.PDF", "Papers/HT 1.pdf"):
            with folder.file(name) as file:
                file.write(name.encode())
            folder.tell(name, rows=1)
    assert folder.path == tmp_path / "Export 1 2"
    told = json.loads((folder.path / writing.MANIFEST).read_bytes())["files"]
    assert [(folder.path / each["file"]).read_text() for each in told] == [
        "Papers/HT:1.pdf",
        "papers/ht*1.PDF",
        "Papers/HT 1.pdf",
    ]
    assert len({each["file"].casefold() for each in told}) == len(told) == 3


@pytest.mark.parametrize("passphrase", ["", "correct horse 7 battery"])
def test_the_manifest_tells_of_each_of_two_files_that_are_called_the_same(tmp_path: Path, passphrase: str) -> None:
    sink_of = encrypted_sink if passphrase else plain_sink
    with writing.new_folder(tmp_path, "Export") as folder, sink_of(folder, {}, passphrase) as sink:
        for rows in (1, 2):
            with sink.file("合同/1.pdf") as file:
                file.write(b"%PDF" * rows)
            sink.tell("合同/1.pdf", rows=rows)
    assert [(each["file"], each["rows"], each["bytes"]) for each in sink.files] == [
        ("合同/1.pdf", 1, 4),
        ("合同/1 (2).pdf", 2, 8),
    ]


def test_a_pulled_drive_and_a_protected_one_are_told_apart() -> None:
    said = {
        code: str(disk._said(OSError(code, os.strerror(code)), "/media/stick"))
        for code in (errno.EIO, errno.EROFS, errno.ENOSPC, errno.EFBIG, errno.EINVAL, errno.EBUSY)
    }
    assert "pulled out" in said[errno.EIO]
    assert "write-protected" in said[errno.EROFS]
    assert "no room" in said[errno.ENOSPC]
    assert "FAT32" in said[errno.EFBIG]
    assert len(set(said.values())) == len(said)


@pytest.mark.parametrize(
    ("number", "code", "said"),
    [
        (21, errno.EACCES, "was pulled out"),
        (31, errno.EACCES, "was pulled out"),
        (433, errno.EINVAL, "was pulled out"),
        (1167, errno.EINVAL, "was pulled out"),
        (64, errno.EINVAL, "was pulled out"),
        (19, errno.EACCES, "cannot be written"),
        (5, errno.EACCES, "cannot be written"),
        (39, errno.EINVAL, "no room left"),
        (123, errno.EINVAL, "No file of this name"),
        (183, errno.EEXIST, "No file of this name"),
        (None, errno.ENOSPC, "no room left"),
    ],
)
def test_what_windows_means_by_its_numbers(number: int | None, code: int, said: str) -> None:
    """Python makes the same errno of a write-protected stick and of one that is no longer there."""
    error = OSError(code, "refused")
    error.winerror = number  # type: ignore[attr-defined]
    with pytest.raises(StorageError, match=said), disk.drive_told(Path("E:/")):
        raise error
