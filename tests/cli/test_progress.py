"""The progress bar: for long work, on a terminal, and nowhere else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from activitymap.model.storage.saving import save_map
from bench.maps import large_map

pty = pytest.importorskip("pty", reason="pseudo-terminals exist on POSIX systems only")
termios = pytest.importorskip("termios")


@pytest.fixture(scope="module")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a map that takes some seconds."""
    path = tmp_path_factory.mktemp("large") / "large.activitymap"
    save_map(path, large_map(5_000, 20))
    return path


def run(path: Path, **streams: int) -> "subprocess.Popen[bytes]":
    """Start the command on a file."""
    command = [sys.executable, "-m", "activitymap", "contradictions", str(path), "--rule", "value"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, **streams)  # type: ignore[call-overload,no-any-return]  # streams are stderr only


def test_it_appears_on_a_terminal(large_file: Path) -> None:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    process = run(large_file, stderr=theirs)
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:  # Linux tells the end of a terminal so.
        pass
    os.close(ours)
    assert process.wait() == 0
    assert b"Finding contradictions" in shown
    assert b"%|" in shown


def test_it_stays_away_from_pipes_and_files(large_file: Path) -> None:
    process = run(large_file, stderr=subprocess.PIPE)
    _, errors = process.communicate()
    assert process.returncode == 0
    assert b"%" not in errors
