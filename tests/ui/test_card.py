"""Cards, matters and needs by hand: every slot can be set, cleared and undone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton

from activitymap.model.edits.matters import rename_matter
from activitymap.model.reading import Modality
from activitymap.model.values import Bearing, MatterKind, MatterRelation
from activitymap.ui.panels.matters import MattersDialog
from tests.ui.conftest import statement, system

LEFT = Qt.MouseButton.LeftButton


def _open(window, text):
    chosen = statement(window, text)
    window.selection.choose(chosen)
    window.actions_.by_name["card"].trigger()
    QApplication.processEvents()  # Chips appear with the layout.
    return chosen


def _card(window, identity, number=0):
    return next(
        one.readings[number]
        for system in window.document.map.systems
        for one in system.statements
        if one.id == identity
    )


def _write(qtbot, field, words):
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_Delete)
    qtbot.keyClicks(field.line, words)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)


def _chips(window):
    return [chip.text() for chip in window.card.chips.findChildren(QToolButton) if chip.isVisible()]


def test_the_card_shows_what_a_statement_says(team):
    _open(team, "Share nothing without consent")
    assert team.card.heading.text() == "Share nothing without consent"
    assert team.card.where.text() == "Social care › rules"
    assert team.card.matter.currentText() == "sharing family information"
    assert "Must or may: must not" in _chips(team)


def test_a_slot_is_typed_in_plain_words_and_undone(team, qtbot):
    chosen = _open(team, "Attendance record")
    _write(qtbot, team.card.fields["limit"], "at most 24 hours")
    assert str(_card(team, chosen).limit) == "at most 24 hours"
    assert "Limit: at most 24 hours" in _chips(team)
    assert team.document.undo_stack.undoText() == "Edit card"
    team.document.undo_stack.undo()
    assert _chips(team) == []


def test_words_that_are_not_understood_stay_in_the_field_with_a_sentence(team, qtbot):
    chosen = _open(team, "Share nothing without consent")
    was = team.document.map
    field = team.card.fields["limit"]
    _write(qtbot, field, "soonish")
    assert field.error.isVisible()
    assert "soonish" in field.error.text()
    assert team.document.map is was
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert not field.error.isVisible()
    assert _card(team, chosen).limit is None


def test_a_choice_is_made_with_keys(team, qtbot):
    chosen = _open(team, "Share nothing without consent")
    choice = team.card.fields["modality"].choice
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert _card(team, chosen).modality is not Modality.MUST_NOT


def test_delete_on_a_chip_empties_its_slot(team, qtbot):
    chosen = _open(team, "Share nothing without consent")
    chip = next(
        each
        for each in team.card.chips.findChildren(QToolButton)
        if each.text().startswith("Condition")
    )
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert _card(team, chosen).condition == ()
    assert len(team.document.map.systems) == 4


def test_a_new_matter_is_made_by_typing_it(team, qtbot):
    chosen = _open(team, "Attendance record")
    line = team.card.matter.lineEdit()
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "counting days")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    matter = team.document.map.matters[-1]
    assert matter.name == "counting days"
    assert _card(team, chosen).matter == matter.id
    assert team.document.undo_stack.count() == 1
    team.card.own.setFocus()
    qtbot.keyClick(team.card.own, Qt.Key.Key_Space)
    assert team.document.map.matters[-1].kind is MatterKind.OWN


def test_a_statement_may_say_two_things(team, qtbot):
    chosen = _open(team, "Share nothing without consent")
    qtbot.mouseClick(team.card.second, LEFT)
    assert team.card.cards.count() == 2
    _write(qtbot, team.card.fields["time"], "after 15:30")
    assert _card(team, chosen, 1).time is not None
    assert _card(team, chosen, 0).time is None
    qtbot.mouseClick(team.card.remove, LEFT)
    assert not team.card.cards.isVisible()


def test_serving_and_hindering_a_need_is_one_choice(team, qtbot):
    chosen = _open(team, "Home visits")
    need = team.document.map.needs[0].id
    box = team.card.needs.choices[need]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    marks = [
        m.bearing for m in team.document.map.need_marks if (m.statement, m.need) == (chosen, need)
    ]
    assert marks == [Bearing.SERVES]
    team.document.undo_stack.undo()
    assert team.card.needs.choices[need].currentData() is None


def test_an_outcome_becomes_a_need_with_one_click(team, qtbot):
    _open(team, "Nobody needs to ring us any more")
    before = len(team.document.map.needs)
    qtbot.mouseClick(team.card.need, LEFT)
    assert len(team.document.map.needs) == before + 1
    assert team.document.map.needs[-1].text == "Nobody needs to ring us any more"


def test_matters_are_named_merged_related_and_removed(team, qtbot):
    dialog = MattersDialog(team.document)
    qtbot.addWidget(dialog)
    dialog.show()
    first, second = (matter.id for matter in team.document.map.matters[:2])
    count = dialog.list.count()
    dialog.list.item(0).setSelected(True)
    dialog.list.item(1).setSelected(True)
    qtbot.mouseClick(dialog.buttons["cost"], LEFT)
    (related,) = team.document.map.related_matters
    assert related.relation is MatterRelation.COST
    assert set(related.matters) == {first, second}
    qtbot.mouseClick(dialog.buttons["merge"], LEFT)
    assert dialog.list.count() == count - 1
    dialog.list.clearSelection()
    dialog.list.setCurrentRow(0)
    qtbot.mouseClick(dialog.buttons["rename"], LEFT)
    editor = dialog.list.findChildren(QLineEdit)[-1]
    editor.selectAll()
    qtbot.keyClicks(editor, "help that lasts")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # The list takes the name over a moment later.
    assert team.document.map.matters[0].name == "help that lasts"
    qtbot.mouseClick(dialog.buttons["own"], LEFT)
    assert team.document.map.matters[0].kind is MatterKind.OWN
    qtbot.mouseClick(dialog.buttons["remove"], LEFT)
    assert dialog.list.count() == count - 2
    qtbot.mouseClick(dialog.buttons["add"], LEFT)
    assert team.document.map.matters[-1].name == "New matter"


def test_the_properties_of_a_service_are_typed_and_undone(team, qtbot):
    school = next(one.id for one in team.document.map.systems if one.name == "School")
    team.selection.choose(school)
    team.actions_.by_name["card"].trigger()
    form = team.card.service
    assert form.isVisible()
    form.name.selectAll()
    qtbot.keyClicks(form.name, "Academy")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    form.colour.setFocus()
    qtbot.keyClick(form.colour, Qt.Key.Key_End)
    form.size_.setFocus()
    qtbot.keyClick(form.size_, Qt.Key.Key_Up)
    form.left.setFocus()
    qtbot.keyClick(form.left, Qt.Key.Key_Space)
    after = next(one for one in team.document.map.systems if one.id == school)
    assert (after.name, after.colour, after.scale, after.mirrored) == ("Academy", 7, 1.1, False)
    assert team.document.undo_stack.count() == 4
    form.name.clear()
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert form.name.text() == "Academy"
    assert team.notice.text()


# Nothing typed is lost ----------------------------------------------------------------------


def _saved(window):
    window.actions_.by_name["save"].trigger()
    return window.document.path.read_text(encoding="utf-8")


def test_a_slot_that_is_being_typed_is_saved(team, qtbot):
    chosen = _open(team, "Attendance record")
    line = team.card.fields["limit"].line
    line.setFocus()
    qtbot.keyClicks(line, "at most 37 hours")
    _saved(team)
    assert team.document.undo_stack.isClean()
    assert str(_card(team, chosen).limit) == "at most 37 hours"


def test_a_matter_that_is_being_typed_is_saved(team, qtbot):
    _open(team, "Attendance record")
    line = team.card.matter.lineEdit()
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "counting days")
    assert "counting days" in _saved(team)


def test_a_quotation_that_is_being_typed_is_saved(team, qtbot):
    _open(team, "Attendance record")
    qtbot.mouseClick(team.card.quotes.add, LEFT)
    qtbot.keyClicks(
        team.card.quotes.table.findChildren(QLineEdit)[-1], "ninety days, then a letter"
    )
    assert "ninety days, then a letter" in _saved(team)


def test_the_name_of_a_service_that_is_being_typed_is_saved(team, qtbot):
    team.selection.choose(system(team, "School"))
    team.actions_.by_name["card"].trigger()
    name = team.card.service.name
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, "Academy")
    assert '"name": "Academy"' in _saved(team)


def test_a_card_that_nobody_sees_writes_nothing(team):
    chosen = _open(team, "Share nothing without consent")
    team.side.setCurrentWidget(team.contradictions)
    matter = _card(team, chosen).matter
    team.document.edit("Rename", rename_matter, matter, "telling others")
    before = team.document.map
    team.actions_.by_name["save"].trigger()
    assert team.document.map is before
