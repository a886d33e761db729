"""Any sequence of actions: undo all gives the start, redo all the end, the canvas is the map."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from activitymap.drawing.clashes import bundled
from activitymap.drawing.placed import place_system
from activitymap.model.checking import problems
from activitymap.ui.main_window import MainWindow

EXAMPLE = Path(__file__).parents[2] / "examples" / "team-around-the-child.activitymap"
LEFT = Qt.MouseButton.LeftButton
ACTIONS = (
    "cut", "copy", "paste", "duplicate", "remove", "select_all", "missing", "unknown", "mirror",
    "same_size", "LEFT", "MIDDLE", "ACROSS", "colour3", "arrange", "connect", "lens matter",
    "lens None", "all", "fit", "cross_lines",
)  # fmt: skip
KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Escape,
    Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_F2,
)  # fmt: skip
words = st.text(alphabet="ab é\u202eش👩", min_size=1, max_size=8)


class Meeting(RuleBasedStateMachine):
    """A window in which somebody does whatever comes to mind."""

    def __init__(self) -> None:
        super().__init__()
        QGuiApplication.clipboard().clear()
        self.window = MainWindow()
        self.window.resize(1280, 720)
        self.window.show()
        self.window.open_file(str(EXAMPLE))
        self.start = self.window.document.map

    def _everything(self) -> list[str]:
        systems = self.window.document.map.systems
        shared = [one.id for one in self.window.document.map.shared_objects]
        links = [one.id for one in self.window.document.map.links]
        statements = [one.id for system in systems for one in system.statements]
        elements = [f"{system.id}/rules" for system in systems]
        arrows = [one.id for one in bundled(self.window.document.detection.contradictions)]
        return [*(one.id for one in systems), *elements, *statements, *shared, *links, *arrows]

    @rule(data=st.data(), count=st.integers(0, 3))
    def choose(self, data: st.DataObject, count: int) -> None:
        ids = self._everything()
        chosen = [data.draw(st.sampled_from(ids)) for _ in range(count)] if ids else []
        self.window.selection.choose(*chosen)

    @rule(name=st.sampled_from(ACTIONS))
    def act(self, name: str) -> None:
        action = self.window.actions_.by_name[name]
        if action.isEnabled():
            action.trigger()
        self.window.canvas.connections.hide()

    @rule(way=st.integers(0, 5))
    def join(self, way: int) -> None:
        self.window.actions_.by_name["connect"].trigger()
        actions = self.window.canvas.connections.actions()
        if self.window.canvas.connections.isVisible() and actions:
            actions[way % len(actions)].trigger()
        self.window.canvas.connections.hide()

    @rule(key=st.sampled_from(KEYS))
    def press(self, key: Qt.Key) -> None:
        field = self.window.canvas.typist.field
        QTest.keyClick(field if field.isVisible() else self.window.view, key)

    @rule(text=words)
    def type_words(self, text: str) -> None:
        field = self.window.canvas.typist.field
        if field.isVisible():
            field.insertPlainText(text)
            QTest.keyClick(field, Qt.Key.Key_Return)
        else:
            self.window.canvas.add_statement()

    @rule(x=st.integers(5, 740), y=st.integers(5, 600), across=st.integers(-80, 80))
    def drag(self, x: int, y: int, across: int) -> None:
        viewport = self.window.view.viewport()
        start, end = QPoint(x, y), QPoint(x + across, y + 40)
        QTest.mousePress(viewport, LEFT, pos=start)
        QTest.mouseMove(viewport, (start + end) / 2)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, LEFT, pos=end)
        self.window.canvas.connections.hide()

    @rule(x=st.integers(5, 740), y=st.integers(5, 600))
    def double_click(self, x: int, y: int) -> None:
        QTest.mouseDClick(self.window.view.viewport(), LEFT, pos=QPoint(x, y))

    @rule(x=st.integers(-900, 900), y=st.integers(-900, 900))
    def add_service(self, x: int, y: int) -> None:
        self.window.canvas.add_service(QPointF(x, y))

    @rule(steps=st.integers(1, 3))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.window.actions_.undo.trigger()

    @precondition(lambda self: self.window.document.undo_stack.canRedo())
    @rule()
    def redo(self) -> None:
        self.window.actions_.redo.trigger()

    @invariant()
    def the_map_is_sound(self) -> None:
        assert list(problems(self.window.document.map)) == []

    @invariant()
    def the_canvas_is_the_map(self) -> None:
        scene, current = self.window.scene, self.window.document.map
        assert dict(scene.placed) == {
            system.id: place_system(system, scene.options) for system in current.systems
        }
        chosen = set(self.window.selection.ids)
        drawn = {one for one in chosen if scene.box_of(one) is not None}
        assert len(scene.overlay.frames) == len(drawn)

    def teardown(self) -> None:
        self.window.canvas.typist.cancel()
        stack, end = self.window.document.undo_stack, self.window.document.map
        steps = stack.index()
        for _ in range(steps):
            stack.undo()
        assert self.window.document.map is self.start
        for _ in range(steps):
            stack.redo()
        assert self.window.document.map is end
        stack.setClean()
        self.window.close()
        self.window.deleteLater()


@pytest.mark.usefixtures("qapp")
class TestMeeting(Meeting.TestCase):  # type: ignore[misc,valid-type]  # made by hypothesis
    settings = settings(
        max_examples=12,
        stateful_step_count=25,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
