"""Type that grows with the screen, so that it is read from the back of a room."""

SMALLEST, LARGEST = 11.0, 20.0
"""Points of ordinary text."""
_SIZES = {
    "QLineEdit, QPlainTextEdit, QTableWidget, QHeaderView, QListWidget, QTreeWidget, QComboBox, "
    "QCheckBox, QPushButton, QSpinBox": 1.0,
    "QLabel#quiet, QLabel#noted, QLabel#heading, QLabel#speaker": 0.9,
    "QLabel#stage-said, QLabel#verdict, QLabel#notice": 1.0,
    "QLabel#stage-question": 1.1,
    "QLabel#side-text, QLabel#need-said": 1.3,
    "QLabel#sort-title, QLabel#need-large": 1.7,
}


def style_for(width: int) -> str:
    """Return the style sheet of a view as wide as ``width`` pixels."""
    size = min(max(width / 100, SMALLEST), LARGEST)
    return "".join(f"{what} {{ font-size: {size * part:.1f}pt; }}" for what, part in _SIZES.items())
