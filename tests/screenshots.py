"""Pictures of the window with each example: ``python -m tests.screenshots FOLDER``."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from activitymap.drawing.theme import THEMES
from activitymap.ui.application import application
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
                window.close()


def _grab(window: MainWindow, path: Path) -> None:
    for _ in range(3):  # Layouts settle over several rounds of events.
        QApplication.processEvents()
    window.grab().save(str(path))
    print(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
