"""Every modal dialog of the program."""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from activitymap.export.blank import Paper
from activitymap.model.activity_map import ActivityMap
from activitymap.ui.document import ENDING, Document
from activitymap.ui.panels.leaving import LeavingDialog

MOST_DRAFTS = 3
"""Contradictions named one by one in a question."""


class Unsaved(Enum):
    """What to do with unsaved changes."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


def tr(text: str) -> str:
    """Return a text of a dialog in the language of the person."""
    return QCoreApplication.translate("Dialogs", text)


def ask_open(parent: QWidget, folder: str) -> str:
    """Return the file to open, or ``""``."""
    kinds = tr("Maps and spreadsheets (*.activitymap *.csv *.tsv *.xlsx);;All files (*)")
    return QFileDialog.getOpenFileName(parent, tr("Open"), folder, kinds)[0]


def ask_save(parent: QWidget, name: str) -> str:
    """Return the file to save the map in, or ``""``."""
    return _ask_target(parent, tr("Save"), name, [(tr("Maps"), ENDING)])[0]


def ask_export(parent: QWidget, name: str) -> str:
    """Return the file to draw a figure into, or ``""``; ``name`` ends as is proposed."""
    proposed = Path(name).suffix
    endings = [proposed, *(one for one in (".png", ".svg", ".pdf", ".pptx") if one != proposed)]
    kinds = [(ending[1:].upper(), ending) for ending in endings]
    return _ask_target(parent, tr("Export picture"), name, kinds)[0]


def ask_blank(parent: QWidget) -> tuple[str, Paper]:
    """Return the file to write a blank triangle into, or ``""``, and the size of the paper."""
    papers = {tr("PDF on A4"): Paper.A4, tr("PDF on A3"): Paper.A3}
    name, kind = _ask_target(
        parent, tr("Blank triangle"), tr("blank triangle.pdf"), [(one, ".pdf") for one in papers]
    )
    return name, papers.get(kind, Paper.A4)


def ask_report(parent: QWidget, name: str) -> str:
    """Return the file to write the report into, or ``""``."""
    kinds = [
        (tr("PDF"), ".pdf"),
        (tr("Word"), ".docx"),
        (tr("The actions alone, for spreadsheets"), ".csv"),
    ]
    return _ask_target(parent, tr("Report"), name, kinds)[0]


def ask_data(parent: QWidget, name: str, what: str) -> str:
    """Return the file to write data into, or ``""``; ``what`` they are stands in words."""
    return _ask_target(parent, tr("Export data"), name, [(what, Path(name).suffix)])[0]


def _ask_target(
    parent: QWidget, title: str, name: str, kinds: Sequence[tuple[str, str]]
) -> tuple[str, str]:
    """Return the file to write, or ``""``, and the words of the kind that was chosen.

    ``kinds`` are the words and endings to choose from. A name without one of them gets that of the
    kind; what is there already under that longer name is asked about, as nobody else has.
    """
    filters = {f"{words} (*{ending})": (words, ending) for words, ending in kinds}
    typed, chosen = QFileDialog.getSaveFileName(parent, title, name, ";;".join(filters))
    words, ending = filters.get(chosen, kinds[0])
    if not typed:
        return "", words
    full = with_ending(typed, ending, [one for _, one in kinds])
    if full != typed and Path(full).exists() and not _may_replace(parent, Path(full).name):
        return "", words
    return full, words


def with_ending(name: str, ending: str, known: Iterable[str]) -> str:
    """Return a file name that has one of the ``known`` endings, or else gets ``ending``.

    "Team 12.03.2026" has none, whatever stands after its last dot.
    """
    return name if Path(name).suffix.casefold() in known else name + ending


def _may_replace(parent: QWidget, name: str) -> bool:
    """Return whether a file that is there already may be replaced."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("There is a file “{name}” already.").format(name=name))
    replace = box.addButton(tr("&Replace it"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    return box.clickedButton() is replace


class Names(Enum):
    """What to do with the names of people in what leaves the machine."""

    REPLACE = "replace"
    KEEP = "keep"
    CANCEL = "cancel"


def ask_names(
    parent: QWidget, document: Document, part: Callable[[ActivityMap], ActivityMap]
) -> Names:
    """Return what to do with the names in a part of the map that is about to leave the machine."""
    dialog = LeavingDialog(document, part, parent)
    dialog.exec()
    dialog.deleteLater()
    if dialog.replaced is None:
        return Names.CANCEL
    return Names.REPLACE if dialog.replaced else Names.KEEP


class Lost(Enum):
    """What to do with changes that a crash left behind."""

    BRING_BACK = "bring back"
    FORGET = "forget"
    LATER = "later"


def ask_lost(parent: QWidget, words: str) -> Lost:
    """Return what to do with changes that were not saved when the program ended."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("The program ended before everything was saved."))
    box.setInformativeText(words)
    back = box.addButton(tr("&Bring it back"), QMessageBox.ButtonRole.AcceptRole)
    forget = box.addButton(tr("&Throw it away"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(tr("&Later"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(back)
    box.exec()
    chosen = box.clickedButton()
    if chosen is back:
        return Lost.BRING_BACK
    return Lost.FORGET if chosen is forget else Lost.LATER


def ask_unjudged(parent: QWidget, about: Sequence[str]) -> bool:
    """Return whether to throw away what was filled in about contradictions and never recorded."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("You filled in something under “Judge” and pressed none of its buttons."))
    box.setInformativeText("\n\n".join(about[:MOST_DRAFTS]))
    back = box.addButton(tr("&Go back to it"), QMessageBox.ButtonRole.RejectRole)
    away = box.addButton(tr("&Throw it away"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(back)
    box.exec()
    return box.clickedButton() is away


def ask_unsaved(parent: QWidget, name: str) -> Unsaved:
    """Return what to do with the unsaved changes of a map; saving is what Enter does."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("“{name}” has changes that are not saved.").format(name=name))
    save = box.addButton(QMessageBox.StandardButton.Save)
    discard = box.addButton(QMessageBox.StandardButton.Discard)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(save)
    box.exec()
    chosen = box.clickedButton()
    if chosen is save:
        return Unsaved.SAVE
    return Unsaved.DISCARD if chosen is discard else Unsaved.CANCEL


def tell(parent: QWidget, title: str, text: str) -> None:
    """Tell the person something that must be read before going on."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.exec()
