"""Ways to click and type in the view of the needs, where people do."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

LEFT = Qt.MouseButton.LeftButton


def open_needs(window):
    """Show the needs in the middle of the window."""
    window.actions_.by_name["needs"].trigger()
    QApplication.processEvents()


def show_map(window, activity_map):
    """Show a map with its needs."""
    window.document.show_map(activity_map)
    open_needs(window)


def row_of(window, text):
    """Return the row of the need with some words."""
    return next(n for n, one in enumerate(window.needs.grid.needs.rows) if text in one.need.text)


def click(window, qtbot, row, column):
    """Click in the middle of a cell of the grid, where it can be seen."""
    grid = window.needs.grid
    grid.scrollTo(grid.needs.index(row, column))
    view = grid if column else grid.frozen
    qtbot.mouseClick(view.viewport(), LEFT, pos=_middle(view, row, column))
    QApplication.processEvents()


def _middle(view, row, column):
    return (
        view.visualRect(view.model().index(row, column))
        .intersected(view.viewport().rect())
        .center()
    )


def tick(window, qtbot, row, column, across=0.5):
    """Click in a cell of the table of statements, at a share of its width."""
    table = window.needs.bearings
    table.scrollToItem(table.item(row, column))
    box = table.visualItemRect(table.item(row, column))
    place = QPoint(box.left() + round(box.width() * across), box.center().y())
    qtbot.mouseClick(table.viewport(), LEFT, pos=place)


def cell(window, row, column):
    """Return the lines of a cell."""
    return window.needs.grid.needs.index(row, column).data().split("\n")


def stances(window, text):
    """Return how the services stand to the need with some words."""
    columns = range(1, window.needs.grid.needs.columnCount())
    return [cell(window, row_of(window, text), column)[0] for column in columns]


def retype(qtbot, field, words):
    """Type words in the place of those in a field."""
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, words)


def quote(window, qtbot, words):
    """Type a quotation, and leave its cell open."""
    window.needs.details.setCurrentIndex(1)
    quotes = window.needs.details.quotes
    qtbot.mouseClick(quotes.add, LEFT)
    editor = quotes.table.findChildren(QLineEdit)[-1]
    qtbot.keyClicks(editor, words)
    return editor
