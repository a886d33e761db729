"""A pytest plugin that makes PySide6 unimportable, here and in every Python started from here.

The lower layers must run on a machine without Qt. ``make test`` runs their tests once more with::

    pytest -p no:pytest-qt -p tests.no_qt -m "not qt" tests/model tests/drawing …

A folder that is named and in which nothing is left to run is an error: it would look tested.
"""

import atexit
import os
import sys
import tempfile
from pathlib import Path

import pytest

QT = ("PySide6", "shiboken6")
STAND_IN = 'raise ModuleNotFoundError(f"{__name__} is out of reach in this run", name=__name__)\n'


def pytest_addoption(parser: pytest.Parser) -> None:
    # pytest-qt is not loaded, but the project's settings for it are still read.
    for name in ("qt_api", "qt_log_level_fail"):
        parser.addini(name, "a setting of pytest-qt")
    parser.addini("qt_log_ignore", "a setting of pytest-qt", type="linelist")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Put modules of Qt's names that refuse to be imported before the real ones."""
    loaded = sorted(set(QT) & sys.modules.keys())
    if loaded:
        raise pytest.UsageError(f"{loaded} imported already; add -p no:pytest-qt")
    # Kept to the end of the process: `with` would remove it while tests still run.
    folder = tempfile.TemporaryDirectory(prefix="no-qt-")
    atexit.register(folder.cleanup)
    for name in QT:
        Path(folder.name, f"{name}.py").write_text(STAND_IN, encoding="utf-8")
    sys.path.insert(0, folder.name)
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [folder.name, before]))


def pytest_report_header() -> str:
    return f"{' and '.join(QT)}: made unimportable"


def pytest_collection_finish(session: pytest.Session) -> None:
    for argument in session.config.args:
        folder = session.config.invocation_params.dir / argument.split("::")[0]
        if not any(item.path.is_relative_to(folder) for item in session.items):
            raise pytest.UsageError(f"{argument}: no test in it runs without Qt")
