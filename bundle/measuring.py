"""How large the program is, how long it takes to start, and how old a Linux may be."""

import os
import re
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Timer

TIMES = 5
PATIENCE = 60
PAINTED = "Flushing"
PAINTING_TOLD = {"QT_LOGGING_RULES": "qt.widgets.painting=true", "QT_LOGGING_TO_CONSOLE": "1"}


def median_seconds(once: Callable[[], float]) -> float:
    """Return the median of `TIMES` runs, after one that warms the caches."""
    once()
    return statistics.median(once() for _ in range(TIMES))


def seconds_to_end(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return how long a command takes that succeeds."""
    start = time.perf_counter()
    subprocess.run(command, env=dict(environment), check=True, capture_output=True)
    return time.perf_counter() - start


def seconds_to_window(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return how long the program takes until its window is painted; it is ended then."""
    start = time.perf_counter()
    with subprocess.Popen(
        command,
        env={**environment, **PAINTING_TOLD},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        said = wait_for_window(process)
        seconds = time.perf_counter() - start
        process.kill()
    if said:
        raise AssertionError(f"There was no window, but: {said}")
    return seconds


def wait_for_window(process: subprocess.Popen[str]) -> str:
    """Wait until a program told of its painting has a window; return what it said if it never has.

    Qt tells when it hands the first whole picture to the screen. A program that does nothing for
    `PATIENCE` seconds is ended.
    """
    assert process.stderr is not None
    said: list[str] = []
    watch = Timer(PATIENCE, process.kill)
    watch.start()
    try:
        for line in process.stderr:
            if PAINTED in line:
                return ""
            if not line.startswith("qt.widgets.painting"):
                said.append(line)
    finally:
        watch.cancel()
    return "".join(said) or "nothing"


def size(folder: Path) -> int:
    """Return the bytes of all files in a folder, each counted once."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())


def oldest_c_library(folder: Path) -> str:
    """Return the version of the C library that a Linux must have, or nothing elsewhere."""
    found: set[tuple[int, int]] = set()
    for path in folder.rglob("*"):
        if path.is_file() and (path.name.endswith(".so") or ".so." in path.name):
            versions = re.findall(rb"\0GLIBC_(\d+)\.(\d+)", path.read_bytes())
            found |= {(int(major), int(minor)) for major, minor in versions}
    return "{}.{}".format(*max(found)) if found and os.name == "posix" else ""
