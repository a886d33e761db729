"""The recipe for the portable program; `make bundle` builds one and tries it."""

import ast
import re
from importlib.metadata import distribution, requires
from pathlib import Path

import pytest

import activitymap
from bundle import notices
from bundle.contents import EXCLUDED_MODULES, is_left_out, kept_data, needed

PLUGINS = "PySide6/Qt/plugins"


def imported_by_the_program() -> set[str]:
    trees = [
        ast.parse(path.read_text(encoding="utf-8"))
        for path in Path(activitymap.__path__[0]).rglob("*.py")
    ]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    plain = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    return plain | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}


def test_nothing_that_the_program_imports_is_left_out():
    excluded = {
        name
        for name in imported_by_the_program()
        if any(f"{name}.".startswith(f"{left_out}.") for left_out in EXCLUDED_MODULES)
    }
    assert not excluded


@pytest.mark.parametrize(
    "place",
    [
        f"{PLUGINS}/platforms/libqxcb.so",
        f"{PLUGINS}/platforms/libqwayland.so",
        f"{PLUGINS}/platforms/libqoffscreen.so",
        f"{PLUGINS}/platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        f"{PLUGINS}/platforms/libqcocoa.dylib",
        r"PySide6\plugins\platforms\qwindows.dll",
        r"PySide6\plugins\styles\qmodernwindowsstyle.dll",
        "activitymap/fonts/NotoSans-Regular.ttf",
    ],
)
def test_what_a_window_needs_stays(place):
    assert not is_left_out(place)


@pytest.mark.parametrize(
    "place",
    [
        f"{PLUGINS}/platforms/libqeglfs.so",
        f"{PLUGINS}/platforms/libqminimal.dylib",
        f"{PLUGINS}/platformthemes/libqgtk3.so",
        f"{PLUGINS}/tls/libqopensslbackend.so",
        r"PySide6\plugins\platforms\qdirect2d.dll",
        r"PySide6\plugins\networkinformation\qnetworklistmanager.dll",
        r"PySide6\opengl32sw.dll",
        r"PySide6\translations\qtbase_de.qm",
    ],
)
def test_what_it_never_loads_goes(place):
    assert is_left_out(place)


def test_a_library_goes_with_the_last_that_needs_it():
    kept, gone = f"{PLUGINS}/platforms/libqxcb.so", f"{PLUGINS}/tls/libqopensslbackend.so"
    needs = {"/xcb": {"libX11.so.6"}, "/tls": {"libQt6Network.so.6"}}
    entries = [
        (kept, "/xcb", "BINARY"),
        (gone, "/tls", "BINARY"),
        ("libX11.so.6", "/lib/libX11.so.6", "BINARY"),
        ("PySide6/Qt/lib/libQt6Network.so.6", "/qt/libQt6Network.so.6", "BINARY"),
    ]
    libraries = needed(entries, lambda source: needs[source])
    assert [place for place, _source, _kind in libraries] == [kept, "libX11.so.6"]


def test_a_link_goes_with_its_library():
    libraries = [("PySide6/Qt/lib/libQt6Gui.so.6", "/qt/libQt6Gui.so.6", "BINARY")]
    here = ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK")
    gone = ("libQt6Network.so.6", "PySide6/Qt/lib/libQt6Network.so.6", "SYMLINK")
    assert kept_data([here, gone], libraries) == [here]


def test_every_library_has_terms_to_go_with_it():
    stated = [text for text in requires("activitymap") or () if "extra ==" not in text]
    names = [re.split(r"[^\w.-]", text)[0] for text in stated]
    assert names
    without = [name for name in names if not notices.component(distribution(name)).texts]
    assert not without
