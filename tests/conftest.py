"""What every test stands on: no screen, no folder of the user's, nothing left open.

Qt must not be imported here: the tests of the lower layers also run without it.
"""

import os
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Before any import of Qt. The run on an X server sets its own platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")

# One commit, one verdict: `make test` draws the same examples each time, also where CI is set.
# `make search` draws new ones and looks for what those miss. Times are measured by `make bench`.
for name, same in (("activitymap", True), ("search", False)):
    hypothesis.settings.register_profile(
        name,
        parent=hypothesis.settings.get_profile("default"),
        deadline=None,
        derandomize=same,
        # Derandomized tests keep no examples between runs.
        database=None if same else hypothesis.settings.get_profile("default").database,
        print_blob=True,
    )
hypothesis.settings.load_profile("activitymap")

USER_FOLDERS = {
    "HOME": "",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "runtime",
    "XDG_STATE_HOME": "state",
    # Windows.
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "USERPROFILE": "",
}

FAILED = pytest.StashKey[bool]()


def use_folders_under(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all that a program looks up as the user's folders lie under `home`."""
    for variable, name in USER_FOLDERS.items():
        folder = home / name
        # Qt insists on a runtime folder that nobody else can read.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        monkeypatch.setenv(variable, str(folder))
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QSettings, QStandardPaths

        QStandardPaths.setTestModeEnabled(True)
        # QSettings looks its folder up once for the whole process.
        for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(form, QSettings.Scope.UserScope, str(home / "config"))


@pytest.fixture(scope="session", autouse=True)
def _no_folder_of_the_users() -> Iterator[None]:
    """Keep even what runs between tests, such as fixtures of modules, out of the real folders."""
    with tempfile.TemporaryDirectory(prefix="home-") as home, pytest.MonkeyPatch.context() as patch:
        use_folders_under(Path(home), patch)
        yield


@pytest.fixture(autouse=True)
def user_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a user without a past; return their home folder."""
    home = tmp_path_factory.mktemp("home")
    use_folders_under(home, monkeypatch)
    return home


@pytest.fixture(autouse=True)
def _one_application(request: pytest.FixtureRequest) -> None:
    """Make the application of the windows before a test can make one without windows.

    There is one for the whole process, and the PNG writer is content with less.
    """
    if request.node.get_closest_marker("qt"):
        request.getfixturevalue("qapp")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[Any]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


@pytest.fixture(autouse=True)
def _no_widget_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window behind: it would crash a later one.

    ``qtbot.addWidget(window)`` closes a window after the test. The traceback of a test that failed
    keeps its variables, and so its windows, alive: nothing is said about those.
    """
    yield
    widgets = leftover_widgets()
    described = sorted(f"{type(widget).__name__} {widget.objectName()!r}" for widget in widgets)
    for widget in widgets:
        widget.close()
        widget.deleteLater()
    if described and not request.node.stash.get(FAILED, False):
        pytest.fail(f"left open: {', '.join(described)}", pytrace=False)


def leftover_widgets() -> "list[QWidget]":
    """Return the top-level widgets that nothing owns, once what is to be deleted is gone."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        # Qt keeps its one tooltip label for the next tooltip.
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    ]
