"""What each service says about a matter, side by side, with the reading beside it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from activitymap.model.contradictions.told_apart import Said
from activitymap.model.reading import SLOTS, slot_text
from activitymap.ui.model_words import model_words
from activitymap.ui.panels.card_words import slot_words


class SaidColumns(QWidget):
    """A column for each service; the statements of the pair in question stand out."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setSpacing(10)

    def show_said(self, said: Iterable[Said], chosen: Sequence[str]) -> None:
        """Show statements, each under its service."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        columns: dict[str, int] = {}
        rows: dict[str, int] = {}
        for one in said:
            column = columns.setdefault(one.system.id, len(columns))
            if one.system.id not in rows:
                rows[one.system.id] = 1
                self._put(one.system.name, "sort-service", 0, column)
            self._put(
                _words(one),
                "sort-chosen" if one.statement.id in chosen else "sort-said",
                rows[one.system.id],
                column,
            )
            rows[one.system.id] += 1
        self._grid.setRowStretch(max(rows.values(), default=0) + 1, 1)

    def _put(self, words: str, name: str, row: int, column: int) -> None:
        label = QLabel(words, self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, row, column)


def _words(one: Said) -> str:
    return "\n".join(filter(None, (f"“{one.statement.words}”", reading_words(one))))


def reading_words(one: Said) -> str:
    """Return the reading of a statement in plain words; none where nothing is read."""
    filled = ((slot_words(slot)[0], slot_text(one.card, slot)) for slot in SLOTS)
    return "; ".join(f"{title}: {words}" for title, words in filled if words)


def said_words(one: Said) -> str:
    """Return who says what, and in which element."""
    element = model_words(str(one.statement.element))
    return f"{one.system.name} ({element}): “{one.statement.words}”"
