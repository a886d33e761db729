"""What is read from a text, on the card: it looks unlike what is confirmed; one click corrects."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QToolButton

from activitymap.model.edits.statements import add_statements
from activitymap.model.reading import Modality
from activitymap.model.values import Element
from tests.ui.test_card import _chips, _open, _write
from tests.ui.test_table import _cell

LEFT = Qt.MouseButton.LeftButton
TEXT = "Visitors must not stay over unless the warden agrees"


@pytest.fixture
def wing(team):
    """A window in which a new rule was typed, of which nobody has filled in a card."""
    system = team.document.map.systems[0].id
    assert team.document.edit("Add", add_statements, system, Element.RULES, [TEXT])
    _open(team, TEXT)
    return team


def _chip(window, start):
    return next(
        chip
        for chip in window.card.chips.findChildren(QToolButton)
        if chip.isVisible() and chip.text().startswith(start)
    )


def _readings(window):
    return next(
        one.readings
        for system in window.document.map.systems
        for one in system.statements
        if one.text == TEXT
    )


def test_read_slots_look_unlike_confirmed_ones_and_are_not_stored(wing):
    assert "Must or may: must not" in _chips(wing)
    assert "Condition: unless the warden agrees" in _chips(wing)
    assert _chip(wing, "Must or may").objectName() == "read-chip"
    assert "not confirmed" in _chip(wing, "Must or may").accessibleDescription()
    assert _readings(wing) == ()


def test_the_words_behind_a_slot_light_up(wing):
    chip = _chip(wing, "Must or may")
    QApplication.sendEvent(chip, QEvent(QEvent.Type.Enter))
    assert wing.card.heading.text() == TEXT.replace("must not", "<u><b>must not</b></u>")
    QApplication.sendEvent(chip, QEvent(QEvent.Type.Leave))
    assert wing.card.heading.text() == TEXT


def test_a_nod_keeps_what_was_read(wing, qtbot):
    qtbot.mouseClick(wing.card.chips.right, LEFT)
    (card,) = _readings(wing)
    assert card.modality is Modality.MUST_NOT
    assert [str(one) for one in card.condition] == ["unless the warden agrees"]
    QApplication.processEvents()
    assert _chip(wing, "Must or may").objectName() == "chip"
    assert not wing.card.chips.right.isVisible()
    wing.document.undo_stack.undo()
    assert _readings(wing) == ()


def test_correcting_one_slot_keeps_the_others_as_they_were_shown(wing, qtbot):
    _write(qtbot, wing.card.fields["condition"], "unless the night staff agree")
    (card,) = _readings(wing)
    assert card.modality is Modality.MUST_NOT
    assert [str(one) for one in card.condition] == ["unless the night staff agree"]


def test_a_slot_emptied_on_purpose_is_not_read_again(wing, qtbot):
    for start in ("Must or may", "Condition", "Whom it binds", "Whose doing"):
        qtbot.keyClick(_chip(wing, start), Qt.Key.Key_Delete)
        QApplication.processEvents()
    assert _chips(wing) == []
    assert _readings(wing)[0].confirmed


def test_the_table_shows_what_is_read_in_italics(wing):
    wing.actions_.by_name["table"].trigger()
    cell = _cell(wing.table, TEXT, "modality")
    assert cell.data() == "must not"
    assert cell.data(Qt.ItemDataRole.FontRole).italic()
    declared = _cell(wing.table, "Share nothing without consent", "modality")
    assert declared.data(Qt.ItemDataRole.FontRole) is None
