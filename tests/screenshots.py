"""Pictures of the window with each example: ``python -m tests.screenshots FOLDER``."""

import sys
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from activitymap.drawing.theme import THEMES
from activitymap.model.edits.judging import judge_found
from activitymap.model.edits.removing import without
from activitymap.model.edits.versions import keep_version
from activitymap.model.judging import Status
from activitymap.ui.application import application
from activitymap.ui.comparing.compare_view import Page
from activitymap.ui.main_window import MainWindow
from activitymap.ui.panels.leaving import LeavingDialog

EXAMPLES = Path(__file__).parent.parent / "examples"
DAY = date(2026, 9, 14)
SIZES = ((1280, 720), (1920, 1080))


def main(folder: Path) -> None:
    """Write the pictures into ``folder`` and print their names."""
    application(["activitymap"])
    folder.mkdir(parents=True, exist_ok=True)
    for example in sorted(EXAMPLES.glob("*.activitymap")):
        for theme in THEMES.values():
            for width, height in SIZES:
                window = MainWindow()
                window.show_theme(theme)
                window.resize(width, height)
                window.show()
                window.open_file(str(example))
                name = f"{example.stem}-{theme.name}-{width}"
                _grab(window, folder / f"{name}.png")
                window.contradictions.view.setCurrentIndex(window.contradictions.model.index(0, 0))
                _grab(window, folder / f"{name}-chosen.png")
                _grab_views(window, folder, name)
                _grab_dialogs(window, folder, name)
                _grab_states(window, folder, name)
                window.document.undo_stack.setClean()
                window.close()


def _grab_views(window: MainWindow, folder: Path, name: str) -> None:
    """Take pictures of what stands in the place of the map, and of the discussion."""
    window.side.setCurrentWidget(window.judging)
    for view, word in ((window.needs, "needs"), (window.table, "table"), (window.sorting, "sort")):
        window.centre.setCurrentWidget(view)
        _grab(window, folder / f"{name}-{word}.png")
    window.centre.setCurrentWidget(window.compare)
    for page in (Page.SIDE_BY_SIDE, Page.MATRIX, Page.MATTERS, Page.OBJECTS):
        window.compare.buttons.button(page).click()
        _grab(window, folder / f"{name}-{page.name.lower()}.png")
    window.compare.show_pair(tuple(one.id for one in window.document.map.systems[:2]))
    _grab(window, folder / f"{name}-pair.png")
    window.stage.setCurrentWidget(window.discussion)
    window.discussion.begin(None)
    for number, stage in enumerate(window.discussion.pages):
        window.discussion.show_step(number)
        _grab(window, folder / f"{name}-{stage.replace(' ', '-')}.png")


def _grab_dialogs(window: MainWindow, folder: Path, name: str) -> None:
    """Take pictures of what opens beside the window."""
    window.document.record("Keep version", keep_version, DAY, "before the review")
    for action in ("versions", "people", "rules", "export", "print"):
        before = set(QApplication.topLevelWidgets())
        window.actions_.by_name[action].trigger()
        for dialog in set(QApplication.topLevelWidgets()) - before:
            if isinstance(dialog, QDialog):
                _grab(dialog, folder / f"{name}-{action}.png")
                dialog.close()
    leaving = LeavingDialog(window.document, lambda activity_map: activity_map, window)
    leaving.show()
    _grab(leaving, folder / f"{name}-leaving.png")
    leaving.close()


def _grab_states(window: MainWindow, folder: Path, name: str) -> None:
    """Take pictures of a contradiction that is judged, and of one that is gone since."""
    window.stage.setCurrentIndex(0)
    window.centre.setCurrentIndex(0)
    found = window.document.detection.contradictions[0]
    words = {"reason": "We all saw it in June.", "present": ("the health visitor", "the school")}
    window.document.record("Judge", judge_found, found, Status.CONFIRMED, DAY, **words)
    for state in ("judged", "gone"):
        now = window.document.detection.about(found.about)
        assert now is not None
        window.side.setCurrentWidget(window.contradictions)
        _grab(window, folder / f"{name}-{state}-list.png")
        window.contradictions.chosen.emit((now,))
        window.side.setCurrentWidget(window.judging)
        _grab(window, folder / f"{name}-{state}.png")
        for side in found.sides:
            window.document.edit("Remove", without, statements=[side.id])


def _grab(window: QWidget, path: Path) -> None:
    for _ in range(3):  # Layouts settle over several rounds of events.
        QApplication.processEvents()
    window.grab().save(str(path))
    print(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
