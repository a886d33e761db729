"""Find and replace, with keys and buttons: what is found is chosen, and what is replaced undone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from activitymap.model.edits.discussing import quote_discussion, topic_of
from activitymap.model.edits.statements import set_text
from activitymap.model.values import Quote
from activitymap.ui.document import Document
from activitymap.ui.panels.find import FindBar
from activitymap.ui.selection import Selection
from tests.ui.conftest import EXAMPLE

Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot) -> FindBar:
    """The bar, shown, over the example."""
    document, selection = Document(), Selection()
    document.open(EXAMPLE)
    made = FindBar(document, selection)
    # They live as long as the bar does.
    document.setParent(made)
    selection.setParent(made)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.begin()
    return made


def _words(bar):
    return [one.words for one in bar._found]


def _type_replacement(qtbot, bar, text):
    bar.replacement.setFocus()
    qtbot.keyClicks(bar.replacement, text)


def _seek(qtbot, bar, text):
    bar.field.clear()
    qtbot.keyClicks(bar.field, text)


def test_typing_finds_and_chooses(bar, qtbot):
    _seek(qtbot, bar, "meeting")
    assert bar.count.text() == f"1 of {len(bar._found)}"
    first = bar._found[0]
    assert bar._selection.ids == (first.id,)
    assert "meeting" in bar.told.text().casefold()
    _seek(qtbot, bar, "nowhere at all")
    assert bar.count.text() == "Not found"
    assert not bar.replace_all.isEnabled()


def test_keys_walk_around_all_that_is_found(bar, qtbot):
    _seek(qtbot, bar, "meeting")
    number = len(bar._found)
    assert number > 3
    seen = [bar._selection.current]
    for key in (Key.Key_Return, Key.Key_F3, Key.Key_Enter):
        qtbot.keyClick(bar.field, key)
        seen.append(bar._selection.current)
    assert bar.count.text() == f"4 of {number}"
    assert seen == [one.id for one in bar._found[:4]]
    qtbot.keyClick(bar.field, Key.Key_F3, SHIFT)
    qtbot.keyClick(bar.field, Key.Key_Return, SHIFT)
    assert bar.count.text() == f"2 of {number}"
    for _ in range(2):
        qtbot.mouseClick(bar.previous, LEFT)
    assert bar.count.text() == f"{number} of {number}"
    qtbot.mouseClick(bar.next, LEFT)
    assert bar.count.text() == f"1 of {number}"


def test_a_name_chooses_its_service_and_a_quote_what_it_is_about(bar, qtbot):
    _seek(qtbot, bar, "social care")
    (school,) = (one for one in bar._document.map.systems if one.name == "Social care")
    assert bar._selection.ids == (school.id,)
    assert bar.told.text() == "Name: Social care"
    _seek(qtbot, bar, "really long")
    (found,) = bar._found
    assert bar._selection.current == found.id
    assert bar.told.text().startswith("Quote: ")


def test_a_quote_of_a_discussion_chooses_what_was_discussed(bar, qtbot):
    document = bar._document
    found = document.detection.contradictions[0]
    quotes = [Quote(text="Nobody ever rings me back", source="mother")]
    document.edit("Evidence", quote_discussion, topic_of(found, date(2026, 9, 1)), quotes)
    _seek(qtbot, bar, "rings me back")
    assert bar.told.text().startswith("Quote: ")
    assert bar._selection.ids == found.about


def test_case_and_whole_words_narrow_what_is_found(bar, qtbot):
    _seek(qtbot, bar, "form")
    everything = len(bar._found)
    bar.case.setFocus()
    qtbot.keyClick(bar.case, Key.Key_Space)
    assert set(_words(bar)) == {"form"}
    bar.whole.setFocus()
    qtbot.keyClick(bar.whole, Key.Key_Space)
    assert 0 < len(bar._found) < everything


def test_replacing_one_goes_on_to_the_next(bar, qtbot):
    _seek(qtbot, bar, "meeting")
    before, number = bar._document.map, len(bar._found)
    second = bar._found[1]
    _type_replacement(qtbot, bar, "meeting of all")
    qtbot.keyClick(bar.replacement, Key.Key_Return)
    assert bar.count.text() == f"2 of {number}"
    assert (bar._current.id, bar._current.start) == (second.id, second.start)
    qtbot.mouseClick(bar.replace, LEFT)
    stack = bar._document.undo_stack
    assert (stack.count(), stack.undoText()) == (2, "Replace")
    stack.undo()
    stack.undo()
    assert bar._document.map is before
    assert len(bar._found) == number


def test_replacing_all_is_one_step_and_says_how_many(bar, qtbot):
    _seek(qtbot, bar, "meeting")
    before, number = bar._document.map, len(bar._found)
    _type_replacement(qtbot, bar, "round table")
    qtbot.mouseClick(bar.replace_all, LEFT)
    assert bar.told.text() == f"Replaced: {number}"
    assert bar.count.text() == "Not found"
    stack = bar._document.undo_stack
    assert (stack.count(), stack.undoText()) == (1, "Replace all")
    _seek(qtbot, bar, "round table")
    assert len(bar._found) == number
    stack.undo()
    assert bar._document.map is before
    assert bar.count.text() == "Not found"


def test_the_last_one_is_told(bar, qtbot):
    _seek(qtbot, bar, "really long")
    _type_replacement(qtbot, bar, "much too long")
    qtbot.keyClick(bar.replacement, Key.Key_Return)
    assert bar.told.text() == "Replaced; there are no more"


def test_what_cannot_be_is_refused_and_nothing_changes(bar, qtbot):
    told: list[str] = []
    bar._document.refused.connect(told.append)
    before = bar._document.map
    _seek(qtbot, bar, "School")
    qtbot.mouseClick(bar.replace_all, LEFT)
    assert told == ["Nothing would be left of “School”. Remove it, or replace less."]
    assert bar._document.map is before


def test_a_text_that_changed_meanwhile_is_looked_at_again(bar, qtbot):
    _seek(qtbot, bar, "really long")
    _seek(qtbot, bar, "forty pages")
    (match,) = bar._found
    bar._document.edit("Edit text", set_text, match.id, "Assessment form, two pages")
    assert bar.count.text() == "Not found"
    qtbot.keyClick(bar.field, Key.Key_F3)
    qtbot.keyClick(bar.field, Key.Key_Return)
    assert bar._selection.current == match.id


def test_escape_leaves_and_begin_comes_back_with_the_words(bar, qtbot):
    _seek(qtbot, bar, "form")
    with qtbot.waitSignal(bar.left):
        qtbot.keyClick(bar.field, Key.Key_Escape)
    assert bar.isHidden()
    bar.begin()
    assert bar.isVisible()
    assert bar.field.selectedText() == "form"
    with qtbot.waitSignal(bar.left):
        qtbot.mouseClick(bar.close_, LEFT)


def test_a_button_is_pressed_with_enter_and_everything_has_a_name(bar, qtbot):
    _seek(qtbot, bar, "meeting")
    bar.next.setFocus()
    qtbot.keyClick(bar.next, Key.Key_Return)
    assert bar.count.text().startswith("2 of")
    for widget in (bar.field, bar.replacement, bar.close_):
        assert widget.accessibleName()
    for widget in (bar.case, bar.whole, bar.next, bar.previous, bar.replace, bar.replace_all):
        assert widget.text()
