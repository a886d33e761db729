"""Run a command on an X server of its own, in memory, with a window manager.

Usage: python .ci/with_x.py COMMAND [ARGUMENT...]

The server takes a free display number. Server and window manager are gone when the command ends,
however it ends. The exit status is that of the command; 1 if there is no X server to run it on.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

NEEDED = ("Xvfb", "openbox")
SERVER_OPTIONS = "-screen 0 1920x1080x24 -dpi 96 -nolisten tcp -noreset".split()
START_SECONDS = 30
STOP_SECONDS = 5


class StartError(Exception):
    """The server or the window manager did not start."""


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process that was started here, by force if it does not listen."""
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def start_server(log: Path, stack: ExitStack) -> str:
    """Start the X server and return its display, for example ``:1``."""
    read_end, write_end = os.pipe()
    with log.open("wb") as output, os.fdopen(read_end, "rb") as number:
        try:
            server = subprocess.Popen(
                ["Xvfb", "-displayfd", str(write_end), *SERVER_OPTIONS],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                pass_fds=[write_end],
            )
        finally:
            os.close(write_end)
        stack.callback(stop, server)
        # The server writes its number once it listens; if it dies, the pipe ends.
        display = number.readline().decode().strip()
    if not display:
        raise StartError("Xvfb did not start:\n" + log.read_text(errors="replace"))
    return f":{display}"


def start_window_manager(environment: dict[str, str], folder: Path, stack: ExitStack) -> None:
    """Start openbox and wait until it manages windows."""
    log, ready = folder / "openbox.log", folder / "ready"
    with log.open("wb") as output:
        manager = subprocess.Popen(
            ["openbox", "--sm-disable", "--startup", f"touch {ready}"],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env=environment | {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder)},
        )
    stack.callback(stop, manager)
    latest = time.monotonic() + START_SECONDS
    while not ready.exists():
        if manager.poll() is not None or time.monotonic() > latest:
            raise StartError("openbox did not start:\n" + log.read_text(errors="replace"))
        time.sleep(0.02)


def environment_on(display: str) -> dict[str, str]:
    """Return this process's environment, turned from the user's own desktop to the display."""
    own_desktop = {
        "DBUS_SESSION_BUS_ADDRESS",
        "QT_QPA_PLATFORMTHEME",
        "SESSION_MANAGER",
        "WAYLAND_DISPLAY",
        "XAUTHORITY",
        "XDG_CURRENT_DESKTOP",
        "XDG_SESSION_TYPE",
    }
    kept = {name: value for name, value in os.environ.items() if name not in own_desktop}
    return kept | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


def main(command: list[str]) -> int:
    """Run the command and return its exit status."""
    if missing := [program for program in NEEDED if shutil.which(program) is None]:
        print(f"The X server for the window tests is missing: {', '.join(missing)}.")
        return 1
    # So that the stack below is unwound.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _frame: sys.exit(128 + number))
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="with-x-")))
        try:
            environment = environment_on(start_server(folder / "xvfb.log", stack))
            start_window_manager(environment, folder, stack)
        except StartError as error:
            print(error)
            return 1
        child = subprocess.Popen(command, env=environment)
        stack.callback(stop, child)
        return child.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
