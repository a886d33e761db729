"""What import-linter cannot see: what is loaded at run time, and when.

The contracts between the layers stand in pyproject.toml; ``make lint`` checks them.
"""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import activitymap

LOADED = """
import importlib, pkgutil, sys
for name in sys.argv[1:]:
    module = importlib.import_module(name)
    for found in pkgutil.walk_packages(getattr(module, "__path__", []), name + "."):
        importlib.import_module(found.name)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def loaded_by(*modules: str) -> set[str]:
    """Import modules, and all inside them, in a fresh Python; return what is loaded then."""
    command = [sys.executable, "-c", LOADED, *modules]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return set(answer.stdout.split())


@pytest.mark.parametrize("layer", ["errors", "model", "drawing", "export", "cli", "__main__"])
def test_no_layer_but_the_window_loads_qt_when_imported(layer: str) -> None:
    assert not loaded_by(f"activitymap.{layer}") & {"PySide6", "shiboken6"}


def test_the_map_loads_nothing_slow_before_it_is_asked_to() -> None:
    slow = {"networkx", "numpy", "openpyxl", "reportlab"}
    assert not loaded_by("activitymap.model") & slow


def test_the_command_line_starts_without_graphs_spreadsheets_and_exporters() -> None:
    slow = {"networkx", "numpy", "openpyxl", "reportlab"}
    assert not loaded_by("activitymap.__main__") & slow


def test_texts_to_translate_stand_whole_in_the_source() -> None:
    # lupdate takes what it finds between the brackets of tr() literally, an f-string too.
    paths = Path(activitymap.__path__[0]).rglob("*.py")
    sources = {path: path.read_text(encoding="utf-8") for path in paths}
    put_together = [
        f"{path}:{call.lineno}"
        for path, source in sources.items()
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "tr"
        and not isinstance(call.args[0], ast.Constant)
    ]
    assert not put_together
