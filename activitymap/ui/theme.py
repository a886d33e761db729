"""The look of the window: palette and style sheet made from the colours of the drawing."""

from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from activitymap.drawing.theme import CONTRAST, DARK, LIGHT, Theme

_PANEL = {LIGHT.name: "#f5f7fa", DARK.name: "#11161c", CONTRAST.name: "#ffffff"}
_CHOSEN = {LIGHT.name: "#dbe8f5", DARK.name: "#2b3c50", CONTRAST.name: "#cfe2ff"}

_PICTURES = "pictures"
"""What the style sheet calls the folder of arrows and ticks, wherever the program lies."""


def find_pictures() -> None:
    """Let style sheets find the arrows and ticks that they show."""
    QDir.setSearchPaths(_PICTURES, [str(Path(__file__).parent / "pictures")])


def system_theme() -> Theme:
    """Return the theme that the system asks for."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


def palette(theme: Theme) -> QPalette:
    """Return the colours of all widgets."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, _PANEL[theme.name]),
        (role.Base, theme.card),
        (role.AlternateBase, _PANEL[theme.name]),
        (role.Button, _PANEL[theme.name]),
        (role.ToolTipBase, theme.card),
        (role.Highlight, _CHOSEN[theme.name]),
        (role.HighlightedText, theme.text),
        (role.WindowText, theme.text),
        (role.Text, theme.text),
        (role.ButtonText, theme.text),
        (role.ToolTipText, theme.text),
        (role.PlaceholderText, theme.quiet),
        (role.Link, theme.services[0]),
        (role.Mid, theme.line),
        (role.Dark, theme.line),
    ):
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.quiet))
    return made


def style_sheet(theme: Theme) -> str:
    """Return the style sheet: thin lines, room to breathe, and a focus that can be seen."""
    focus = theme.services[0]
    return f"""
        QToolBar {{ border: 0; border-bottom: 1px solid {theme.line}; padding: 4px; spacing: 4px; }}
        QToolButton {{ padding: 5px 10px; border-radius: 5px; border: 1px solid transparent; }}
        QToolButton:hover, QToolButton:checked {{ background: {_CHOSEN[theme.name]}; }}
        QToolButton#fold, QToolButton#step {{ padding: 3px; }}
        QToolButton#fold:checked {{ background: transparent; }}
        QToolButton:focus {{ border: 1px solid {focus}; }}
        QStatusBar {{ border-top: 1px solid {theme.line}; }}
        QStatusBar::item {{ border: 0; }}
        QSplitter::handle {{ background: {theme.line}; }}
        QTreeView, QListView {{ border: 0; outline: 0; background: {theme.card}; }}
        QTreeView::item {{ padding: 3px 2px; }}
        QTreeView:focus, QListView:focus {{ border: 1px solid {focus}; }}
        QLineEdit {{
            border: 1px solid {theme.line}; border-radius: 5px; padding: 5px;
            background: {theme.card};
        }}
        QLineEdit:focus {{ border: 1px solid {focus}; }}
        QPlainTextEdit#typing {{
            border: 2px solid {focus}; border-radius: 4px; background: {theme.card};
        }}
        QToolButton#chip {{
            border: 1px solid {theme.line}; border-radius: 10px; padding: 3px 10px;
            background: {_CHOSEN[theme.name]};
        }}
        QToolButton#read-chip {{
            border: 1px dashed {theme.quiet}; border-radius: 10px; padding: 3px 10px;
            font-style: italic;
        }}
        QToolButton#read-chip:focus {{ border: 2px solid {focus}; }}
        QToolButton#chip:focus {{ border: 2px solid {focus}; }}
        QComboBox, QPushButton {{
            border: 1px solid {theme.line}; border-radius: 5px; padding: 4px 8px;
            background: {theme.card};
        }}
        QComboBox:focus, QPushButton:focus {{ border: 1px solid {focus}; }}
        QLabel#sort-title {{ font-size: 22pt; font-weight: bold; }}
        QLabel#sort-pair {{ font-size: 15pt; }}
        QLabel#stage-question {{ font-weight: bold; }}
        QLabel#stage-said {{ color: {theme.quiet}; }}
        QLabel#need-large {{ color: {theme.shared}; }}
        QLabel#need-said {{ padding-bottom: 14px; }}
        QPushButton:checked {{ background: {_CHOSEN[theme.name]}; border: 2px solid {focus}; }}
        QTableView {{ background: {theme.card}; gridline-color: {theme.line}; }}
        QPlainTextEdit {{
            border: 1px solid {theme.line}; border-radius: 5px; background: {theme.card};
        }}
        QPlainTextEdit:focus {{ border: 1px solid {focus}; }}
        QLabel#sort-service {{ font-weight: bold; font-size: 12pt; }}
        QLabel#sort-said, QLabel#sort-chosen {{
            border: 1px solid {theme.line}; border-radius: 6px; padding: 6px;
            background: {theme.card};
        }}
        QLabel#sort-chosen {{ border: 2px solid {focus}; background: {_CHOSEN[theme.name]}; }}
        QPushButton#chosen-answer {{ border: 2px solid {focus}; font-weight: bold; }}
        QLabel#error {{ color: {theme.contradiction}; }}
        QLabel#alarm {{ color: {theme.contradiction}; font-weight: bold; }}
        QLabel#heading {{ font-weight: bold; color: {theme.quiet}; }}
        QLabel#notice {{
            background: {theme.contradiction_band}; color: {theme.text}; padding: 8px 12px;
        }}
        QLabel#judged-matter {{ font-weight: bold; }}
        QLabel#since {{
            background: {theme.contradiction_band}; border-radius: 5px; padding: 4px 6px;
        }}
        QLabel#quiet {{ color: {theme.quiet}; }}
        QLabel#noted {{ font-weight: bold; }}
        QGraphicsView {{ border: 0; }}
    """ + _indicators(theme)


def _indicators(theme: Theme) -> str:
    """Return the style of what is ticked, opened or counted up and down: the same in all themes."""
    focus = theme.services[0]
    boxes = ("QCheckBox", "QTreeView", "QTableView", "QListView", "QGroupBox")

    def each(state: str) -> str:
        return ", ".join(f"{one}::indicator{state}" for one in boxes)

    def picture(name: str) -> str:
        return f'image: url("{_PICTURES}:{name}-{theme.name}.svg"); width: 12px; height: 12px;'

    return f"""
        {each("")} {{
            width: 14px; height: 14px; border: 1px solid {theme.quiet}; border-radius: 3px;
            background: {theme.card};
        }}
        {each(":checked")} {{
            {picture("tick")} width: 14px; height: 14px; background: {focus};
            border: 1px solid {focus};
        }}
        {each(":disabled")} {{ border: 1px solid {theme.line}; }}
        QRadioButton::indicator {{
            width: 14px; height: 14px; border: 1px solid {theme.quiet}; border-radius: 8px;
            background: {theme.card};
        }}
        QRadioButton::indicator:checked {{
            width: 6px; height: 6px; border: 5px solid {focus}; border-radius: 8px;
        }}
        QComboBox::drop-down {{ border: 0; width: 22px; }}
        QComboBox::down-arrow {{ {picture("down")} }}
        QAbstractSpinBox {{
            border: 1px solid {theme.line}; border-radius: 5px; padding: 4px 6px;
            background: {theme.card};
        }}
        QAbstractSpinBox:focus {{ border: 1px solid {focus}; }}
        QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
            border: 0; width: 20px; subcontrol-origin: border;
        }}
        QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
        QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
        QAbstractSpinBox::up-arrow {{ {picture("up")} }}
        QAbstractSpinBox::down-arrow, QDateEdit::down-arrow {{ {picture("down")} }}
        QDateEdit::drop-down {{ border: 0; width: 22px; }}
    """
