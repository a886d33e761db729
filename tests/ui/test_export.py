"""Pictures from the window: chosen, previewed, written, copied, printed; and data."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog

from activitymap.drawing.theme import LIGHT
from activitymap.export.figures import figure
from activitymap.export.wanted import Wanted, What
from activitymap.model.edits.systems import rename_system
from activitymap.ui import dialogs
from activitymap.ui.exporting.export_dialog import ExportDialog
from activitymap.ui.exporting.printing import PrintPreview, paint_page
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


def _choose(qtbot, combo, words):
    """Choose an entry by the arrow keys."""
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(combo.count()):
        if combo.currentText().startswith(words):
            return
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText().startswith(words)


def _tick(qtbot, services, name):
    (item,) = services.findItems(name, Qt.MatchFlag.MatchExactly)
    place = services.visualItemRect(item)
    qtbot.mouseClick(
        services.viewport(), LEFT, pos=place.topLeft() + QPoint(8, place.height() // 2)
    )


def test_while_a_report_is_written_the_window_says_so(team, tmp_path, monkeypatch):
    said = []

    def note(words):
        cursor = QApplication.overrideCursor()
        said.append((words, team.statusBar().currentMessage(), cursor and cursor.shape()))

    team.filing.noted.connect(note)
    monkeypatch.setattr(dialogs, "ask_report", lambda *_: str(tmp_path / "report.docx"))
    team.actions_.by_name["report"].trigger()
    wait = Qt.CursorShape.WaitCursor
    assert said[0] == ("Writing the report …", "Writing the report …", wait)
    assert said[1:] == [("The report is written.", "The report is written.", None)]
    monkeypatch.setattr(dialogs, "ask_report", lambda *_: str(tmp_path / "no" / "report.docx"))
    team.actions_.by_name["report"].trigger()
    assert said[3:] == [("", "", None)]
    assert "there is no folder" in team.notice.text()


def test_the_preview_is_what_is_written(dialog, team, qtbot, tmp_path, monkeypatch):
    fields = dialog.fields
    _choose(qtbot, fields.what, "the map")
    _choose(qtbot, fields.theme, "grey")
    _choose(qtbot, fields.extent, "a w")
    fields.width_field.setValue(500)
    qtbot.mouseClick(fields.legend, LEFT)
    fields.dpi.setValue(96)
    dialog.real.setChecked(True)
    target, told = tmp_path / "x.png", dialog.told.text()
    monkeypatch.setattr(dialogs, "ask_export", lambda *_: str(target))
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.told.text() == "The picture is written."
    image = QImage(str(target))
    assert f"{image.width():,} × {image.height():,} pixels" in told
    assert image.isGrayscale()
    seen = dialog.preview.sheet.grab().toImage()
    left = (seen.width() - image.width()) // 2
    top = (seen.height() - image.height()) // 2
    differing = sum(
        abs(seen.pixelColor(left + x, top + y).lightness() - image.pixelColor(x, y).lightness())
        > 60
        for x in range(0, image.width(), 7)
        for y in range(0, image.height(), 7)
    )
    assert differing < 0.01 * (image.width() // 7) * (image.height() // 7)


def test_only_what_is_chosen(dialog, qtbot):
    fields = dialog.fields
    assert fields.wanted().what is What.SERVICES
    assert len(fields.wanted().systems) == 2
    before = dialog.preview.sheet.grab().toImage()
    _tick(qtbot, fields.services, "Family")
    assert len(fields.wanted().systems) == 1
    assert dialog.preview.sheet.grab().toImage() != before
    _tick(qtbot, fields.services, "School")
    assert not dialog.save_button.isEnabled()
    assert dialog.notice.text() == "Tick at least one service."
    assert dialog.caption.toPlainText() == ""


def test_the_preview_follows_the_map(dialog, team):
    school = system(team, "School")
    team.document.edit("Rename", rename_system, school, "Sixth form, north")
    assert "Sixth form, north" in dialog.caption.toPlainText()
    assert dialog.save_button.isEnabled()


def test_a_column_of_a_journal_warns_where_nothing_helps(dialog, qtbot):
    fields = dialog.fields
    _choose(qtbot, fields.what, "the map")
    assert dialog.notice.text() == ""
    _choose(qtbot, fields.extent, "a journal")
    assert "85 ×" in dialog.told.text()
    assert "smallest type" in dialog.notice.text()
    _choose(qtbot, fields.what, "some")
    _choose(qtbot, fields.extent, "a journal’s page")
    assert dialog.notice.text() == ""
    qtbot.keyClick(fields.arrange, Qt.Key.Key_Space)
    assert "smallest type" in dialog.notice.text()


def test_fields_that_a_format_does_not_have_are_off(dialog, qtbot):
    fields = dialog.fields
    _choose(qtbot, fields.form, "PDF")
    assert not fields.dpi.isVisible()
    assert not fields.transparent.isEnabled()
    _choose(qtbot, fields.extent, "an A4")
    assert dialog.told.text() == "297 × 210 mm"
    _choose(qtbot, fields.form, "SVG")
    assert fields.outlines.isEnabled()
    assert fields.wanted().page == ""


def test_too_many_dots_are_told_before_saving(dialog, qtbot):
    _choose(qtbot, dialog.fields.what, "the map")
    dialog.fields.dpi.setValue(1200)
    assert not dialog.save_button.isEnabled()
    assert "fewer dots" in dialog.notice.text()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Team 12.03.2026", "Team 12.03.2026.png"),
        ("team.SVG", "team.SVG"),
        ("pic.csv", "pic.csv.png"),
    ],
)
def test_a_name_gets_an_ending_where_it_has_none(team, tmp_path, monkeypatch, typed, expected):
    answer = (str(tmp_path / typed), "PNG (*.png)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    assert dialogs.ask_export(team, "team.png") == str(tmp_path / expected)


def test_a_file_behind_a_longer_name_is_asked_about(team, tmp_path, monkeypatch):
    there = tmp_path / "Team 12.03.2026.png"
    there.write_bytes(b"earlier")
    answer = (str(there.with_suffix("")), "PNG (*.png)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    asked = []
    monkeypatch.setattr(dialogs, "_may_replace", lambda _parent, name: asked.append(name))
    assert dialogs.ask_export(team, "team.png") == ""
    assert asked == [there.name]


def test_a_slide_is_previewed_as_it_will_be(dialog, qtbot):
    _choose(qtbot, dialog.fields.form, "PowerPoint")
    assert dialog.told.text() == "339 × 190 mm"
    _choose(qtbot, dialog.fields.extent, "a journal")
    assert dialog.told.text().startswith("254 × ")
    assert "in PowerPoint arrows get no smaller" in dialog.notice.text()
    assert not dialog.fields.arrange.isEnabled()


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
    # A table of statements can come in again, but not with everything.
    comes_in_again = (ending, what) in {(".csv", "statements"), (".xlsx", "")}
    assert ("where services stand" in team.notice.text()) is comes_in_again


def test_a_picture_is_copied_with_its_contradictions(team, qtbot):
    team.actions_.by_name["copy_picture"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert not data.hasHtml()
    assert not data.hasText()
    drawn = bytes(data.data("image/svg+xml").data())
    assert LIGHT.contradiction.encode() in drawn
    assert bytes(data.data("application/pdf").data()).startswith(b"%PDF")
    team.selection.choose(system(team, "School"))
    team.actions_.by_name["copy_picture"].trigger()
    drawn = bytes(QGuiApplication.clipboard().mimeData().data("image/svg+xml").data())
    assert b"Attendance record" in drawn
    assert b"Home visits" not in drawn


def test_a_picture_that_would_lose_letters_is_copied_as_the_drawing_that_keeps_them(team):
    # No font has a picture for a code that is no character.
    team.document.edit("Rename", rename_system, system(team, "School"), "Ring \u0378")
    team.actions_.by_name["copy_picture"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert "Ring \u0378" in bytes(data.data("image/svg+xml").data()).decode()
    assert not data.hasImage()
    assert "would be lost" in team.notice.text()


def test_printing_shows_a_preview_first(team, qtbot):
    team.actions_.by_name["print"].trigger()
    QApplication.processEvents()
    (preview,) = team.findChildren(PrintPreview)
    assert preview.print_button.isVisible()
    assert preview.view.isVisible()
    before = preview.view.grab().toImage()
    turned = {"upright": "on its side", "on its side": "upright"}
    _choose(qtbot, preview.way, turned[preview.way.currentText()])
    QApplication.processEvents()
    assert preview.view.grab().toImage() != before
    preview.reject()


def test_without_a_printer_it_is_said_what_to_do(dialog, qtbot, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    qtbot.mouseClick(dialog.print_button, LEFT)
    (preview,) = dialog.parent().findChildren(PrintPreview)
    qtbot.mouseClick(preview.print_button, LEFT)
    assert "as PDF" in preview.notice.text()
    preview.reject()


def test_the_printed_page_holds_the_map(team, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    target = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(target))
    paint_page(printer, figure(team.document.map, Wanted()).drawing)
    del printer
    assert facts_of(target)["Pages"] == "1"
    assert "Social care" in text_of(target)
