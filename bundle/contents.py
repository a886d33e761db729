"""What does not go into the portable program.

PyInstaller takes what the program imports, and with Qt every plugin that there is. Left out here
is what a window that Qt paints itself, offline and in English, never loads.
"""

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

Entry: TypeAlias = tuple[str, str, str]
"""Where a file goes in the program, where it comes from, and PyInstaller's word for its kind."""

EXCLUDED_MODULES = (
    # Libraries use these if they happen to be there, for things that are not asked of them here.
    *("numpy", "scipy", "pandas", "matplotlib", "defusedxml", "IPython", "rich", "toml"),
    *("fontTools.subset", "fontTools.varLib", "pydantic.mypy", "pydantic.v1"),
    *("PIL._avif", "PIL._imagingcms", "PIL._imagingft", "PIL._imagingtk", "PIL._webp"),
    *("lxml.html", "lxml.isoschematron", "lxml.objectify"),
    # Tools for making programs and for testing them.
    *("mypy", "pytest", "_pytest", "hypothesis", "setuptools", "pkg_resources", "distutils", "pip"),
    *("ensurepip", "venv", "lib2to3", "doctest", "pdb", "pydoc", "pydoc_data", "test", "unittest"),
    # Other windows, terminals and data bases; the network, and with it all of OpenSSL.
    *("tkinter", "_tkinter", "curses", "_curses", "readline", "sqlite3", "_sqlite3"),
    *("ssl", "_ssl", "_hashlib", "PySide6.QtNetwork"),
)

_PLUGIN_GROUPS = """
    designer egldeviceintegrations generic networkinformation qmllint qmltooling
    sqldrivers tls vectorimageformats wayland-graphics-integration-client
    wayland-graphics-integration-server xcbglintegrations
"""
# The window is painted without OpenGL, so no graphics driver, whatever it needs, is ever loaded.
_PLUGINS = """
    platforms/q(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc|direct2d|webgl)
    platforminputcontexts/qtvirtualkeyboardplugin
    platformthemes/qgtk3
    imageformats/q(icns|pdf|tga|tiff|wbmp|webp)
    wayland-shell-integration/(fullscreen-shell-v1|ivi-shell|qt-shell|wl-shell-plugin)
"""
_LEFT_OUT = re.compile(
    rf"plugins/({'|'.join(_PLUGIN_GROUPS.split())})/"
    rf"|plugins/({'|'.join(_PLUGINS.split())})d?\.(dll|dylib|so)$"
    r"|^pyside6/.*translations/"
    r"|(^|/)opengl32sw\.dll$"
    r"|(^|/)direct_url\.json$",
    re.IGNORECASE,
)


def is_left_out(destination: str) -> bool:
    """Whether a file that PyInstaller would take is not needed.

    Linux and macOS put `lib` before the name of a plugin, Windows does not.
    """
    place = destination.replace("\\", "/")
    return _LEFT_OUT.search(re.sub(r"/lib([^/]*)$", r"/\1", place)) is not None


def is_loaded_by_name(entry: Entry) -> bool:
    """Whether a program asks for a library itself, rather than another library needing it."""
    destination, _source, kind = entry
    place = destination.replace("\\", "/")
    return kind == "EXTENSION" or "/plugins/" in place or place.startswith("libpython")


def kept_data(data: Iterable[Entry], libraries: Iterable[Entry]) -> list[Entry]:
    """Return the other files, without those left out and links to libraries that are not there."""
    names = {_name(destination) for destination, _source, _kind in libraries}
    return [
        entry
        for entry in data
        if not is_left_out(entry[0]) and (entry[2] != "SYMLINK" or _name(entry[1]) in names)
    ]


def needed(entries: Iterable[Entry], names_needed_by: Callable[[str], set[str]]) -> list[Entry]:
    """Return the libraries without those left out, and without what only those needed.

    Args:
        entries: The libraries that PyInstaller found.
        names_needed_by: Tells the file names of the libraries that the one at a path needs, with
            what these need in turn.
    """
    kept = [entry for entry in entries if not is_left_out(entry[0])]
    names: set[str] = set()
    for entry in kept:
        if is_loaded_by_name(entry):
            names |= names_needed_by(entry[1])
    return [entry for entry in kept if is_loaded_by_name(entry) or _name(entry[0]) in names]


def _name(place: str) -> str:
    return re.split(r"[\\/]", place)[-1]
