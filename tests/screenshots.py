"""Pictures of the window with each example: ``python -m tests.screenshots FOLDER``."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from activitymap.drawing.theme import THEMES
from activitymap.ui.application import application
from activitymap.ui.comparing.compare_view import Page
from activitymap.ui.main_window import MainWindow

EXAMPLES = Path(__file__).parent.parent / "examples"
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


def _grab(window: MainWindow, path: Path) -> None:
    for _ in range(3):  # Layouts settle over several rounds of events.
        QApplication.processEvents()
    window.grab().save(str(path))
    print(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
