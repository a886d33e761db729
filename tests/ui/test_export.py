"""Pictures from the window: chosen, previewed, written, copied, printed; and data."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication

from activitymap.export.figures import Wanted, figure
from activitymap.ui import dialogs
from activitymap.ui.exporting.export_dialog import ExportDialog
from activitymap.ui.exporting.printing import paint_page
from tests.export.looking import facts_of, text_of
from tests.ui.conftest import export_as, system

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(team):
    """The dialog of pictures over the example, two services being chosen."""
    team.selection.choose(system(team, "School"), system(team, "Family"))
    team.actions_.by_name["export"].trigger()
    (made,) = team.findChildren(ExportDialog)
    QApplication.processEvents()
    yield made
    made.close()


def _choose(combo, data):
    combo.setCurrentIndex(combo.findData(data))


def test_the_preview_is_what_is_written(dialog, team, qtbot, tmp_path, monkeypatch):
    _choose(dialog.form, ".png")
    _choose(dialog.theme, "greyscale")
    dialog.legend.setChecked(False)
    target = tmp_path / "x.png"
    monkeypatch.setattr(dialogs, "ask_export", lambda *_: str(target))
    qtbot.mouseClick(dialog.save_button, LEFT)
    image = QImage(str(target))
    assert f"{image.width():d} × {image.height():d} pixels" in dialog.told.text()
    assert image.isGrayscale()


def test_only_what_is_chosen(dialog):
    before = dialog.picture.grab().toImage()
    dialog.what.setCurrentIndex(dialog.what.count() - 1)
    assert dialog.what.currentText() == "What is chosen: School, Family"
    assert dialog.wanted().what == "services=School|Family"
    assert dialog.picture.grab().toImage() != before
    assert dialog.save_button.isEnabled()


def test_a_column_of_a_journal_warns_of_small_type(dialog):
    assert dialog.notice.text() == ""
    dialog.extent.setCurrentIndex(1)
    assert "85 ×" in dialog.told.text()
    assert "smallest type" in dialog.notice.text()
    dialog.extent.setCurrentIndex(3)
    dialog.width_field.setValue(900)
    assert "900 ×" in dialog.told.text()


def test_fields_that_a_format_does_not_have_are_off(dialog):
    _choose(dialog.form, ".pdf")
    assert not dialog.dpi.isEnabled()
    assert not dialog.transparent.isEnabled()
    _choose(dialog.form, ".svg")
    assert dialog.outlines.isEnabled()


def test_the_caption_is_copied(dialog, qtbot):
    qtbot.mouseClick(dialog.copy_caption, LEFT)
    assert QGuiApplication.clipboard().text() == dialog.caption.toPlainText()
    assert "School" in dialog.caption.toPlainText()


@pytest.mark.parametrize("ending", [".svg", ".pdf", ".pptx"])
def test_every_format_is_written(team, qtbot, tmp_path, monkeypatch, ending):
    target = tmp_path / f"x{ending}"
    monkeypatch.setattr(dialogs, "ask_export", lambda *_: str(target))
    export_as(team, qtbot, ending).close()
    assert target.stat().st_size > 1000


@pytest.mark.parametrize(
    ("ending", "what"),
    [(".csv", "statements"), (".csv", "judgements"), (".xlsx", ""), (".gexf", ""), (".qdpx", "")],
)
def test_data_are_written(team, tmp_path, monkeypatch, ending, what):
    target = tmp_path / f"x{ending}"
    monkeypatch.setattr(dialogs, "ask_data", lambda *_: str(target))
    team.actions_.by_name[f"data {ending} {what}"].trigger()
    assert target.stat().st_size > 100
    assert team.notice.text() == ""


def test_a_copied_service_is_a_vector_too(team):
    team.selection.choose(system(team, "School"))
    team.actions_.by_name["copy"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert b"Attendance record" in bytes(data.data("image/svg+xml").data())


def test_printing_shows_a_preview_first(team, qtbot):
    team.actions_.by_name["print"].trigger()
    QApplication.processEvents()
    (preview,) = team.findChildren(QPrintPreviewDialog)
    assert preview.isVisible()
    preview.reject()


def test_the_printed_page_holds_the_map(team, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    target = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(target))
    paint_page(printer, figure(team.document.map, Wanted()))
    del printer
    assert facts_of(target)["Pages"] == "1"
    assert "Social care" in text_of(target)
