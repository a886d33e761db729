"""The look of the window: what can be ticked or opened is seen in every theme."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from activitymap.drawing.theme import CONTRAST, DARK, LIGHT, contrast
from activitymap.ui.theme import palette, style_sheet

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)


@pytest.fixture
def shown(qtbot, qapp):
    """Return a function that shows widgets in the look of a theme."""
    windows = []

    def show(theme, *widgets):
        qapp.setPalette(palette(theme))
        window = QWidget()
        windows.append(window)
        window.setStyleSheet(style_sheet(theme))
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()

    yield show
    qapp.setPalette(palette(LIGHT))


def _strongest(widget, left, theme):
    """Return the highest contrast with the card of what is drawn right of a place."""
    picture = widget.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(left, picture.width() - 3)
        for y in range(3, picture.height() - 3)
    }
    return max(contrast(colour, theme.card) for colour in colours)


@THEMES
def test_a_list_of_choices_has_an_arrow(shown, theme):
    box, other = QComboBox(), QComboBox()
    other.setEditable(True)
    shown(theme, box, other)
    for one in (box, other):
        assert _strongest(one, one.width() - 22, theme) >= 3


@THEMES
def test_a_number_has_arrows_that_count(shown, qtbot, theme):
    number = QDoubleSpinBox()
    shown(theme, number)
    assert _strongest(number, number.width() - 20, theme) >= 3
    up, down = QPoint(number.width() - 10, 6), QPoint(number.width() - 10, number.height() - 6)
    qtbot.mouseClick(number, Qt.MouseButton.LeftButton, pos=up)
    qtbot.mouseClick(number, Qt.MouseButton.LeftButton, pos=up)
    qtbot.mouseClick(number, Qt.MouseButton.LeftButton, pos=down)
    assert number.value() == 1


@THEMES
@pytest.mark.parametrize("ticked", [False, True])
def test_a_tick_box_is_seen_whether_it_is_ticked_or_not(shown, theme, ticked):
    box, table = QCheckBox(), QTableWidget(1, 1)
    box.setChecked(ticked)
    item = QTableWidgetItem()
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    table.setItem(0, 0, item)
    shown(theme, box, table)
    place = table.visualItemRect(item)
    for widget, area in ((box, box.rect()), (table.viewport(), place.adjusted(2, 2, -50, -2))):
        picture = widget.grab(area).toImage()
        names = {
            picture.pixelColor(x, y).name()
            for x in range(picture.width())
            for y in range(picture.height())
        }
        assert max(contrast(name, theme.card) for name in names) >= 3


@THEMES
@pytest.mark.parametrize("name", ["down", "up", "tick"])
def test_the_pictures_have_the_colours_of_their_theme(qapp, theme, name):
    picture = QIcon(f"pictures:{name}-{theme.name}.svg").pixmap(48, 48).toImage()
    drawn = [
        picture.pixelColor(x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    ]
    wanted = QColor(theme.card if name == "tick" else theme.quiet)
    assert drawn
    assert {colour.name() for colour in drawn} == {wanted.name()}


@THEMES
def test_what_stands_out_can_be_read_on_its_band(theme):
    for colour in (theme.text, theme.quiet, theme.contradiction):
        assert contrast(colour, theme.contradiction_band) >= 4.5
