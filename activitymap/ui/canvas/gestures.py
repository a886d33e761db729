"""Gestures: what a person does with the pointer, from its start to its end or its cancelling."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF

from activitymap.ui.canvas.scene import Scene

Places = dict[str, tuple[float, float]]


class MoveGesture:
    """Dragging services; ``wanted`` is told their new places when they are let go.

    Nothing is changed before: cancelling, by Esc or a lost pointer, only shows the map as it is.
    """

    def __init__(
        self,
        scene: Scene,
        systems: Iterable[str],
        start: QPointF,
        wanted: Callable[[tuple[str, ...], float, float], None],
    ) -> None:
        self._scene, self._systems = scene, tuple(systems)
        self._start, self._now = start, start
        self._wanted = wanted

    def move(self, point: QPointF) -> None:
        """Follow the pointer to a point of the scene."""
        self._now = point
        way = point - self._start
        self._scene.drag(self._systems, way.x(), way.y())

    def finish(self) -> None:
        """Ask for the new places."""
        way = self._now - self._start
        self._wanted(self._systems, way.x(), way.y())

    def cancel(self) -> None:
        """Put everything back where it was."""
        self._scene.drag(self._systems, 0.0, 0.0)
