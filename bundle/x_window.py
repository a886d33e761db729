"""Open the program's window on the X display, look at it, and close it as a person does.

Usage: python -m bundle.x_window PICTURE COMMAND [ARGUMENT...]

Runs outside the clean root, under ``.ci/with_x.py``; the command is the one that goes in. Exits
with 0 if the window was there, had a picture in it, and the program then ended well.
"""

import ctypes
import ctypes.util
import os
import subprocess
import sys
import time
from collections.abc import Iterator

from bundle.clean_root import ENVIRONMENT
from bundle.measuring import PAINTING_TOLD, wait_for_window

SECONDS = 20
FEWEST_COLOURS = 50
CLIENT_MESSAGE = 33
SUBSTRUCTURE = (1 << 20) | (1 << 19)


class ClientMessage(ctypes.Structure):
    """Xlib's XClientMessageEvent, filled up to the size of XEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("rest", ctypes.c_long * 12),
    )


def close_windows() -> int:
    """Ask the window manager to close all windows, as their crosses do; return how many."""
    xlib = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    xlib.XDefaultRootWindow.restype = xlib.XInternAtom.restype = ctypes.c_ulong
    display = ctypes.c_void_p(xlib.XOpenDisplay(None))
    root = ctypes.c_ulong(xlib.XDefaultRootWindow(display))
    windows = list(_windows(xlib, display, root))
    for window in windows:
        event = ClientMessage(
            type=CLIENT_MESSAGE,
            window=window,
            message_type=xlib.XInternAtom(display, b"_NET_CLOSE_WINDOW", 0),
            format=32,
        )
        xlib.XSendEvent(display, root, 0, ctypes.c_long(SUBSTRUCTURE), ctypes.byref(event))
    xlib.XCloseDisplay(display)
    return len(windows)


def _windows(xlib: ctypes.CDLL, display: ctypes.c_void_p, root: ctypes.c_ulong) -> Iterator[int]:
    """Yield the windows that the window manager lists."""
    kind, width = ctypes.c_ulong(), ctypes.c_int()
    count, left = ctypes.c_ulong(), ctypes.c_ulong()
    data = ctypes.POINTER(ctypes.c_ulong)()
    listed = ctypes.c_ulong(xlib.XInternAtom(display, b"_NET_CLIENT_LIST", 0))
    asked = (ctypes.c_long(0), ctypes.c_long(100), 0, ctypes.c_ulong(0))
    answer = (ctypes.byref(each) for each in (kind, width, count, left, data))
    xlib.XGetWindowProperty(display, root, listed, *asked, *answer)
    for place in range(count.value):
        yield data[place]


def colours_on_screen(picture: str) -> int:
    """Keep a picture of the screen and return how many colours it has."""
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication.instance() or QGuiApplication([])
    assert isinstance(app, QGuiApplication)
    image = app.primaryScreen().grabWindow(0).toImage()
    image.save(picture)
    across, down = range(0, image.width(), 3), range(0, image.height(), 3)
    return len({image.pixel(x, y) for x in across for y in down})


def main(arguments: list[str]) -> int:
    """Run, print what went wrong, and return the exit status."""
    picture, *command = arguments
    environment = ENVIRONMENT | PAINTING_TOLD | {"DISPLAY": os.environ["DISPLAY"]}
    process = subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        if said := wait_for_window(process):
            print(f"There was no window, but: {said}")
            return 1
        return _look_and_close(process, picture)
    finally:
        process.kill()


def _look_and_close(process: subprocess.Popen[str], picture: str) -> int:
    latest = time.monotonic() + SECONDS
    while (colours := colours_on_screen(picture)) < FEWEST_COLOURS:
        if time.monotonic() > latest:
            print(f"The window stayed empty: {colours} colours.")
            return 1
        time.sleep(0.1)
    if not close_windows():
        print("The window manager knows of no window.")
        return 1
    _, said = process.communicate(timeout=SECONDS)
    if process.returncode:
        rest = [line for line in said.splitlines() if "qt.widgets.painting" not in line]
        print(f"Closing ended with {process.returncode}:", *rest, sep="\n")
    return process.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
