"""Opening the window from the command line."""

import sys

from activitymap.ui.application import application
from activitymap.ui.main_window import MainWindow


def run(path: str | None) -> int:
    """Open the window, with a map or spreadsheet, and stay until it is closed.

    Returns:
        The exit status of the program.
    """
    app = application(sys.argv[:1])
    window = MainWindow()
    window.show()
    if path is not None:
        window.open_file(path)
    window.offer_lost()
    return app.exec()
