"""What the help menu tells: the keys, how to read a map, and what the program is."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from activitymap import __version__
from activitymap.ui import dialogs


def tr(text: str) -> str:
    """Return a text of the help in the language of the person."""
    return QCoreApplication.translate("Help", text)


def tell_reading(window: QWidget) -> None:
    """Tell how to read a map."""
    dialogs.tell(
        window,
        tr("How to read the map"),
        tr(
            "Each triangle is one service: who works (subject), with what (tools), on what "
            "(object), to what end (outcome), under which rules, among whom (community), and "
            "who does what (division of labour).\n\n"
            "The gold ellipse is what services work on together. A red arrow with a number "
            "says how many contradictions lie between two services: click it, or choose a matter "
            "on the right, to see them in full; Esc shows everything again."
        ),
    )


def tell_about(window: QWidget) -> None:
    """Tell what the program is."""
    dialogs.tell(
        window,
        tr("About Activity Map"),
        tr(
            "Activity Map {version}. MIT licence. Works offline; nothing leaves this machine."
        ).format(version=__version__),
    )


def tell_shortcuts(window: QWidget, shortcuts: Callable[[], list[tuple[str, str]]]) -> None:
    """Show the keys of the menus and of the canvas."""
    tell_keys(window, [*shortcuts(), *on_the_canvas()])


def tell_keys(window: QWidget, rows: list[tuple[str, str]]) -> None:
    """Show keys in one table; each row says what is done, and by which."""
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Keys"))
    table = QTableWidget(len(rows), 2, dialog)
    table.setHorizontalHeaderLabels([tr("What"), tr("Keys")])
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setAccessibleName(tr("Keys"))
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            table.setItem(number, column, QTableWidgetItem(words))
    table.resizeColumnToContents(1)
    layout = QVBoxLayout(dialog)
    layout.addWidget(table)
    dialog.resize(560, 620)
    dialog.open()


def on_the_canvas() -> list[tuple[str, str]]:
    """Return the keys that the canvas itself knows."""
    return [
        (tr("Next or previous element and statement"), tr("Tab, Shift+Tab, arrow keys")),
        (tr("Move the chosen service (finely)"), tr("Arrow keys (Shift)")),
        (tr("New statement at the chosen element"), tr("Enter, or just type")),
        (tr("While typing: next statement"), tr("Enter")),
        (tr("While typing: next or previous element"), tr("Tab, Shift+Tab")),
        (tr("While typing: next service"), tr("Ctrl+Enter")),
        (tr("We have none; we do not know yet"), tr("-  and  ?")),
        (tr("Add to what is chosen"), tr("Ctrl+click, Shift+drag")),
        (tr("Drag without snapping"), tr("Alt")),
        (tr("Stop a gesture; show everything"), tr("Esc")),
    ]
