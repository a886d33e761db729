"""What is typed in a discussion: nothing is lost, no key is trapped, and refusals are seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTableWidget,
)

from activitymap.errors import FileError
from activitymap.model.discussing import Stage
from activitymap.model.edits.discussing import discussion_about
from activitymap.model.edits.people import add_name
from activitymap.model.judging import Status
from activitymap.model.storage.saving import load_map
from activitymap.model.text import MAX_LENGTH
from activitymap.ui import dialogs
from activitymap.ui.typed import PAUSE
from tests.ui.conftest import statement
from tests.ui.talking import (
    ALT,
    CTRL,
    SHIFT,
    Key,
    about,
    begin,
    enter,
    focused,
    hide_names,
    press,
    press_button,
    write,
    written,
)


@pytest.fixture
def talk(team):
    """The window with the example, its agenda begun."""
    team.view.setFocus()
    begin(team)
    return team


@pytest.fixture
def named(team):
    """The window with the example, in which Sarah is a name of somebody; the agenda is begun."""
    team.document.edit("Name", add_name, "Sarah")
    team.view.setFocus()
    begin(team)
    return team


def _kept(window):
    return discussion_about(window.document.kept, about(window))


def _at_step(number):
    press(Qt.Key(Key.Key_0 + number), modifier=ALT)


def _to_table() -> QTableWidget:
    """Go on with Tab to the table of a step."""
    for _ in range(20):
        press(Key.Key_Tab)
        here = focused()
        if isinstance(here, QTableWidget):
            return here
    raise AssertionError("no table is reached by Tab")


def _line_text() -> str:
    line = focused()
    assert isinstance(line, QLineEdit)
    return line.text()


def _half_note():
    write("half said")


def _half_quotation():
    press_button(Key.Key_Q)
    write("half said")


def _half_need():
    _at_step(2)
    press(Key.Key_D, modifier=ALT)
    write("half said")


def _half_lever():
    _at_step(3)
    write("half said")


def _half_idea():
    _at_step(3)
    press(Key.Key_D, modifier=ALT)
    write("half said")


def _half_action():
    _at_step(4)
    write("half said")


def _half_reason():
    _at_step(4)
    press(Key.Key_K, modifier=ALT)
    write("half said")


def _half_cell():
    _at_step(4)
    enter("ask both")
    _to_table()
    press(Key.Key_Right, Key.Key_F2)
    write("half said")


HALVES = (
    _half_note, _half_quotation, _half_need, _half_lever, _half_idea, _half_action, _half_reason,
    _half_cell,
)  # fmt: skip
half_typed = pytest.mark.parametrize("half", HALVES, ids=lambda half: half.__name__[6:])


def _texts(window, place=0):
    """Return all that was written down about one of the agenda, and the needs."""
    said = discussion_about(window.document.kept, about(window, place))
    texts = [need.text for need in window.document.kept.needs]
    if said is not None:
        texts += [one.text for one in (*said.notes, *said.quotes, *said.points)]
        texts += [one.who for one in said.actions]
    return texts


@half_typed
def test_closing_the_window_loses_nothing(talk, monkeypatch, half):
    half()
    path = talk.document.path
    monkeypatch.setattr(dialogs, "ask_unsaved", lambda *_: dialogs.Unsaved.SAVE)
    monkeypatch.setattr(dialogs, "ask_unjudged", lambda *_: True)
    assert talk.close()
    assert "half said" in path.read_text(encoding="utf-8")
    assert "half said" in _texts(talk)


def test_esc_takes_in_what_is_half_typed(talk):
    for place, half in enumerate(HALVES):
        before = _texts(talk, place).count("half said")
        half()
        press(Key.Key_Escape)
        if half in {_half_quotation, _half_cell}:
            # The first Esc leaves the cell as it was, as in every table.
            assert talk.discussion.isVisible()
            assert _texts(talk, place).count("half said") == before
            press(Key.Key_Escape)
        else:
            assert _texts(talk, place).count("half said") > before, half
        begin(talk)
        press(Key.Key_Right, modifier=ALT)


def test_saving_takes_in_what_is_half_typed_in_a_text_or_a_cell(talk):
    for half in (_half_note, _half_quotation, _half_cell):
        before = talk.document.path.read_text(encoding="utf-8").count("half said")
        half()
        press(Key.Key_S, modifier=CTRL)
        assert talk.document.path.read_text(encoding="utf-8").count("half said") > before, half
        assert talk.document.undo_stack.isClean()
        press(Key.Key_Right, modifier=ALT)


@pytest.mark.parametrize("half", [_half_need, _half_lever, _half_idea, _half_action])
def test_saving_leaves_a_line_where_it_is_being_filled(talk, half):
    half()
    press(Key.Key_S, modifier=CTRL)
    assert _line_text() == "half said"
    assert "half said" not in _texts(talk)
    press(Key.Key_Right, modifier=ALT)
    assert _texts(talk).count("half said") == 1


def test_saving_in_the_middle_of_an_action_tears_it_not_apart(talk):
    _half_action()
    press(Key.Key_S, modifier=CTRL)
    press(Key.Key_Tab)
    write("the nurse")
    press(Key.Key_S, modifier=CTRL)
    press(Key.Key_Return)
    (action,) = written(talk).actions
    assert (action.text, action.who) == ("half said", "the nurse")


def test_saving_leaves_a_reason_in_its_field_and_moving_on_notes_it_once(talk):
    _half_reason()
    press(Key.Key_S, modifier=CTRL)
    write(" and meant")
    reason: QPlainTextEdit = talk.discussion.steps.verdict.reason
    assert reason.hasFocus()
    assert reason.toPlainText() == "half said and meant"
    assert discussion_about(talk.document.map, about(talk)) is None
    for _ in range(2):
        press(Key.Key_Right, modifier=ALT)
        assert written(talk).note(Stage.ACTION) == "half said and meant"
        press(Key.Key_Left, modifier=ALT)
        assert reason.toPlainText() == "half said and meant"


def test_a_reason_that_is_typed_in_one_place_stands_in_the_other(talk, qtbot):
    _half_reason()
    press(Key.Key_Tab, Key.Key_Up)
    press(Key.Key_Escape)
    first = talk.document.detection.about(about(talk))
    talk.side.setCurrentWidget(talk.judging)
    talk.attention.choose_findings((first,))
    form = talk.judging.form
    assert form.reason.toPlainText() == "half said"
    assert form.hands.boxes["agree"].value() == 1
    form.reason.setFocus()
    press(Key.Key_End)
    write(" there")
    qtbot.mouseClick(form.more.head, Qt.MouseButton.LeftButton)
    form.own_words.setFocus()
    write("our words")
    qtbot.mouseClick(talk.judging.talk, Qt.MouseButton.LeftButton)
    _at_step(4)
    assert talk.discussion.steps.verdict.reason.toPlainText() == "half said there"
    press(Key.Key_S, modifier=CTRL)
    press_button(Key.Key_C)
    (judged,) = talk.document.map.judgements
    assert (judged.reason, judged.hands.agree, judged.text) == ("half said there", 1, "")
    press(Key.Key_Escape)
    assert form.reason.toPlainText() == ""
    assert form.own_words.toPlainText() == "our words"


def test_who_is_present_is_typed_over_and_stays(talk):
    _at_step(4)
    verdict = talk.discussion.steps.verdict
    verdict.present.setFocus()
    write("Jane Miller; Police Officer Brown")
    press_button(Key.Key_C)
    verdict.present.setFocus()
    press(Key.Key_A, modifier=CTRL)
    write("Jane Miller; Sam Reed")
    press(Key.Key_D, modifier=ALT)
    enter("agree on a date")
    assert verdict.present.text() == "Jane Miller; Sam Reed"
    press_button(Key.Key_C)
    press(Key.Key_Z, modifier=CTRL)
    assert verdict.present.text() == "Jane Miller; Sam Reed"
    press_button(Key.Key_C)
    judged = [one.present for one in talk.document.map.judgements]
    assert judged == [("Jane Miller", "Police Officer Brown"), ("Jane Miller", "Sam Reed")]


def test_who_is_here_is_typed_beside_the_list_and_judged_in_the_discussion(team, qtbot):
    team.side.setCurrentWidget(team.judging)
    team.attention.choose_findings(team.document.detection.contradictions[:1])
    team.judging.form.present.setFocus()
    write("Ann; Bob")
    qtbot.mouseClick(team.judging.talk, Qt.MouseButton.LeftButton)
    _at_step(4)
    press(Key.Key_K, modifier=ALT)
    write("we all had this")
    press_button(Key.Key_C)
    (judged,) = team.document.map.judgements
    assert (judged.reason, judged.present) == ("we all had this", ("Ann", "Bob"))
    press(Key.Key_Escape)
    team.actions_.by_name["sort"].trigger()
    assert team.sorting.answers.present.text() == "Ann; Bob"


@pytest.mark.parametrize(
    ("key", "modifier"), [(Key.Key_Right, ALT), (Key.Key_PageDown, CTRL)], ids=["alt", "ctrl"]
)
def test_moving_on_files_what_is_half_typed_where_it_was_typed(talk, key, modifier):
    for place, half in enumerate(HALVES):
        before = _texts(talk, place).count("half said")
        half()
        press(key, modifier=modifier)
        assert talk.discussion.heading.place.text().startswith(f"{place + 2} of ")
        assert _texts(talk, place).count("half said") > before, half
        assert discussion_about(talk.document.map, about(talk, place + 1)) is None
        for page in talk.discussion.pages.values():
            for field in page.findChildren(QLineEdit):
                assert "half said" not in field.text()


def test_who_and_when_without_what_are_kept_too(talk):
    _at_step(4)
    press(Key.Key_Tab)
    write("the nurse")
    press(Key.Key_Right, modifier=ALT)
    (action,) = written(talk).actions
    assert (action.text, action.who) == ("?", "the nurse")


def test_a_quotation_of_a_statement_is_taken_in_when_the_window_is_closed(team, monkeypatch, qtbot):
    team.selection.choose(statement(team, "Home visits"))
    team.side.setCurrentWidget(team.card)
    QApplication.processEvents()
    qtbot.mouseClick(team.card.quotes.add, Qt.MouseButton.LeftButton)
    write("half said")
    monkeypatch.setattr(dialogs, "ask_unsaved", lambda *_: dialogs.Unsaved.SAVE)
    path = team.document.path
    assert team.close()
    assert "half said" in path.read_text(encoding="utf-8")


# Names that are hidden ----------------------------------------------------------------------


def test_adding_while_names_are_hidden_leaves_them_in_what_was_said_before(named):
    press_button(Key.Key_Q)
    enter("Sarah said no")
    _at_step(3)
    enter("what Sarah does")
    press(Key.Key_Return)
    for words in ("let Sarah choose", "+ Sarah knows"):
        enter(words)
    _at_step(4)
    write("ask Sarah to ring")
    press(Key.Key_Tab)
    enter("Sarah")
    press(Key.Key_K, modifier=ALT)
    press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    write("Sarah; Tom")
    press_button(Key.Key_C)
    press(Key.Key_Escape)
    hide_names(named)
    begin(named)
    press_button(Key.Key_Q)
    enter("yes")
    _at_step(3)
    _to_table()
    press(Key.Key_F2, Key.Key_End)
    enter(" now")
    _at_step(4)
    _to_table()
    press(Key.Key_F2, Key.Key_End)
    enter(" today")
    press(Key.Key_K, modifier=ALT)
    write("gone since")
    press_button(Key.Key_R)
    press(Key.Key_Escape)
    kept = named.document.kept
    said = kept.discussions[0]
    assert [one.text for one in said.quotes] == ["Sarah said no", "yes"]
    assert [one.text for one in said.levers] == ["what Sarah does now"]
    assert [one.text for one in said.ideas] == ["let Sarah choose"]
    assert [one.text for one in said.ideas[0].arguments] == ["Sarah knows"]
    assert [(one.text, one.who) for one in said.actions] == [("ask Sarah to ring today", "Sarah")]
    assert [one.present for one in kept.judgements] == [("Sarah", "Tom")] * 2
    assert "Person 1" not in str(kept.but(names=()))


def test_a_name_that_is_typed_while_it_is_hidden_does_not_throw_the_cursor(named):
    press(Key.Key_Escape)
    hide_names(named)
    begin(named)
    write("Then Sarah ")
    QTest.qWait(PAUSE + 100)
    write("left")
    press(Key.Key_Escape)
    assert _kept(named).note(Stage.AWARENESS) == "Then Sarah left"


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("cafe\u0301 owner", "café owner"),
        ("soft\u00adhyphen", "softhyphen"),
        ("🙂 a\u0301", "🙂 á"),
    ],
)
def test_what_is_cleaned_while_it_is_typed_leaves_the_cursor(talk, pasted, kept):
    QApplication.clipboard().setText(f"before {pasted}")
    press(Key.Key_V, modifier=CTRL)
    QTest.qWait(PAUSE + 100)
    write(" and on")
    press(Key.Key_Escape)
    assert written(talk).note(Stage.AWARENESS) == f"before {kept} and on"


# What the program says ----------------------------------------------------------------------


def test_saving_says_so_and_a_failure_says_why(talk, monkeypatch):
    footer = talk.discussion.footer
    press(Key.Key_S, modifier=CTRL)
    assert footer.hint.text() == "Saved."
    assert footer.hint.isVisible()

    def fail(*_):
        raise FileError("The folder is read-only.")

    monkeypatch.setattr(talk.document, "save", fail)
    press(Key.Key_S, modifier=CTRL)
    assert footer.notice.text() == "The folder is read-only."
    assert footer.notice.isVisible()
    press(Key.Key_Right, modifier=ALT)
    assert not footer.notice.isVisible()


def test_a_cell_that_is_refused_shows_what_is_kept(talk):
    _at_step(4)
    enter("ask both")
    table = _to_table()
    press(Key.Key_F2)
    press(Key.Key_A, modifier=CTRL)
    press(Key.Key_Delete, Key.Key_Return)
    cell = table.item(0, 0)
    assert cell is not None
    assert cell.text() == "ask both"
    assert "remove the action" in talk.discussion.footer.notice.text()
    assert talk.discussion.footer.notice.isVisible()


def test_a_note_that_is_too_long_says_so_and_goes_nowhere_else(talk):
    QApplication.clipboard().setText("x" * (MAX_LENGTH + 1))
    press(Key.Key_V, modifier=CTRL)
    press(Key.Key_Right, modifier=ALT)
    footer = talk.discussion.footer
    assert "too long" in footer.notice.text()
    assert footer.notice.isVisible()
    assert talk.discussion.heading.place.text().startswith("1 of ")
    note = talk.discussion.pages[Stage.AWARENESS].note
    assert len(note.toPlainText()) == MAX_LENGTH + 1
    press(Key.Key_Backspace)
    press(Key.Key_Right, modifier=ALT)
    assert len(written(talk).note(Stage.AWARENESS)) == MAX_LENGTH
    assert not footer.notice.isVisible()
    assert note.toPlainText() == ""


def test_a_reason_without_an_idea_says_what_is_missing_and_is_not_lost(talk):
    _at_step(3)
    press(Key.Key_Return)
    enter("+ told once")
    assert "idea" in talk.discussion.footer.notice.text()
    assert _line_text() == "+ told once"
    press(Key.Key_Escape)
    assert [one.text for one in written(talk).ideas] == ["+ told once"]


# Undo ---------------------------------------------------------------------------------------


def test_undo_takes_back_what_was_done_last_and_says_what(talk):
    _at_step(3)
    press(Key.Key_Return)
    enter("meet at the school")
    press(Key.Key_Z, modifier=CTRL)
    assert discussion_about(talk.document.map, about(talk)) is None
    assert _line_text() == ""
    assert talk.discussion.footer.hint.text() == "Undone: Add an idea"


def test_a_field_undoes_its_own_typing_first(talk):
    _at_step(3)
    press(Key.Key_Return)
    enter("meet at the school")
    write("and then")
    press(Key.Key_Z, modifier=CTRL)
    assert _line_text() == ""
    assert len(written(talk).ideas) == 1
    press(Key.Key_Z, modifier=CTRL)
    assert discussion_about(talk.document.map, about(talk)) is None


def test_what_was_undone_in_the_map_is_not_undone_in_the_note(talk):
    write("first")
    press(Key.Key_Right, modifier=ALT)
    press(Key.Key_Left, modifier=ALT)
    press(Key.Key_Z, modifier=CTRL)
    note = talk.discussion.pages[Stage.AWARENESS].note
    assert note.toPlainText() == ""
    QTest.keySequence(focused(), QKeySequence(QKeySequence.StandardKey.Redo))
    assert note.toPlainText() == "first"


# Keys ---------------------------------------------------------------------------------------


def _fill():
    for words in ("one", "two"):
        press_button(Key.Key_Q)
        enter(words)
    _at_step(2)
    press(Key.Key_D, modifier=ALT)
    enter("a need")
    _at_step(3)
    enter("the form")
    press(Key.Key_Return)
    enter("an idea")
    enter("+ a reason")
    _at_step(4)
    enter("an action")


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, SHIFT], ids=["on", "back"])
def test_tab_goes_round_every_page_with_filled_tables(talk, modifier):
    _fill()
    key = Key.Key_Backtab if modifier else Key.Key_Tab
    for number in range(1, 5):
        _at_step(number)
        page, start = talk.discussion.steps.page, focused()
        seen = []
        for _ in range(30):
            press(key, modifier=modifier)
            if focused() is start:
                break
            seen.append(focused())
        assert focused() is start, f"trapped at step {number}"
        fields = [
            one
            for kind in (QLineEdit, QPlainTextEdit, QTableWidget, QComboBox)
            for one in page.findChildren(kind)
            if one.isVisible() and not isinstance(one.parentWidget(), QSpinBox)
        ]
        assert set(fields) - {start} <= set(seen)


def test_tab_in_the_last_cell_leaves_the_table(talk):
    press_button(Key.Key_Q)
    write("words")
    press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    table = talk.discussion.pages[Stage.AWARENESS].quotes.table
    assert not table.isAncestorOf(focused())
    assert focused() is not table
    assert [one.text for one in written(talk).quotes] == ["words"]


def test_every_field_has_a_name_for_those_who_hear_it(talk):
    for page in talk.discussion.pages.values():
        for kind in (QLineEdit, QPlainTextEdit, QTableWidget, QComboBox, QSpinBox):
            for field in page.findChildren(kind):
                if not isinstance(field.parentWidget(), QSpinBox):
                    assert field.accessibleName(), field


def test_what_was_judged_before_stays_said(talk):
    _at_step(4)
    press_button(Key.Key_C)
    first = talk.document.map.judgements[-1]
    assert first.status is Status.CONFIRMED
    press(Key.Key_S, modifier=CTRL)
    assert load_map(talk.document.path).map.judgements == (first,)
