"""Matters proposed from text: nothing is made but what is ticked, and that in one step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from activitymap.model.edits.statements import add_statements
from activitymap.model.values import Element
from activitymap.ui.panels.proposals import ProposalsDialog
from tests.ui.conftest import system

SAID = (
    ("School", "Nobody takes the ward keys home"),
    ("Family", "Night staff must take the ward keys home"),
    ("Social care", "Lunch money is paid on Mondays"),
    ("Community health", "Lunch money comes from the office"),
)


def _dialog(window, qtbot):
    for service, text in SAID:
        window.document.edit("Add", add_statements, system(window, service), Element.RULES, [text])
    dialog = ProposalsDialog(window.document, window)
    qtbot.addWidget(dialog)
    return dialog


def _item(dialog, word):
    return next(
        item
        for place in range(dialog.tree.topLevelItemCount())
        if (item := dialog.tree.topLevelItem(place)) and word in item.text(1)
    )


def test_a_ticked_proposal_becomes_a_matter_with_its_typed_name(team, qtbot):
    dialog = _dialog(team, qtbot)
    item = _item(dialog, "keys")
    texts = {item.child(row).text(0).partition(": ")[2] for row in range(item.childCount())}
    assert {SAID[0][1], SAID[1][1]} <= texts
    item.setText(0, "ward keys")
    item.setCheckState(0, Qt.CheckState.Checked)
    steps = team.document.undo_stack.count()
    qtbot.mouseClick(
        dialog.box.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton
    )
    made = next(one.id for one in team.document.map.matters if one.name == "ward keys")
    on = {
        said.text
        for one in team.document.map.systems
        for said in one.statements
        if any(card.matter == made for card in said.readings)
    }
    assert on == texts
    assert team.document.undo_stack.count() == steps + 1


def test_nothing_ticked_changes_nothing(team, qtbot):
    dialog = _dialog(team, qtbot)
    before = team.document.map
    qtbot.mouseClick(
        dialog.box.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton
    )
    assert team.document.map is before


def test_an_empty_map_says_that_there_is_nothing_to_propose(window, qtbot):
    dialog = ProposalsDialog(window.document, window)
    qtbot.addWidget(dialog)
    assert "Every statement has a matter" in dialog.note.text()
