"""Gestures: what a person does with the pointer, from its start to its end or its cancelling.

Nothing is changed before a gesture finishes: cancelling, by Esc or a lost pointer, only shows the
map as it is. ``wanted`` is told what the person wants, in ids and numbers.
"""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF

from activitymap.drawing.aligning import snapped
from activitymap.drawing.shapes import Box, Point
from activitymap.ui.canvas.hitting import Hit, Kind
from activitymap.ui.canvas.scene import Scene
from activitymap.ui.painting import rectangle

SMALLEST, LARGEST = 0.5, 3.0
"""Scales of a triangle between which it can be resized."""


class Gesture(Protocol):
    """What every gesture does; points are those of the scene."""

    def move(self, point: QPointF) -> None:
        """Follow the pointer."""

    def finish(self) -> None:
        """Say what is wanted."""

    def cancel(self) -> None:
        """Show everything as it was."""


class MoveGesture:
    """Dragging services and shared objects; they snap to others unless they are ``free``."""

    def __init__(
        self,
        scene: Scene,
        ids: Iterable[str],
        start: QPointF,
        reach: float,
        wanted: Callable[[tuple[str, ...], float, float], None],
    ) -> None:
        self._scene, self._ids = scene, tuple(ids)
        self._start, self._reach, self._wanted = start, reach, wanted
        self._way = QPointF()
        self.free = False

    def move(self, point: QPointF) -> None:
        """Follow the pointer, and show the guides of what it snaps to."""
        self._way = point - self._start
        guides: list[QLineF] = []
        placed = self._scene.placed
        dragged = [placed[one] for one in self._ids if one in placed]
        if dragged and not self.free:
            lead, across, down = dragged[0], self._way.x(), self._way.y()
            others = [
                (Point(one.place.x, one.place.y), one.box)
                for name, one in placed.items()
                if name not in self._ids
            ]
            at = Point(lead.place.x + across, lead.place.y + down)
            snap = snapped(at, lead.box.moved(across, down), others, self._reach)
            self._way += QPointF(snap.across, snap.down)
            guides = [QLineF(*guide.start, *guide.end) for guide in snap.guides]
        self._scene.drag(self._ids, self._way.x(), self._way.y())
        self._scene.overlay.show_work(guides=guides)

    def finish(self) -> None:
        """Ask for the new places."""
        self._scene.overlay.show_work()
        self._wanted(self._ids, self._way.x(), self._way.y())

    def cancel(self) -> None:
        """Put everything back where it was."""
        self._scene.overlay.show_work()
        self._scene.drag(self._ids, 0.0, 0.0)


class ResizeGesture:
    """Dragging the handle of a service: its triangle grows, its text does not."""

    def __init__(self, scene: Scene, system: str, wanted: Callable[[str, float], None]) -> None:
        self._scene, self._system, self._wanted = scene, system, wanted
        self._scale = 1.0
        self._placed = scene.placed[system]
        corner = scene.handle_of(system)
        self._before = scene.scale_of(system)
        self._reach = max(1.0, corner.x() - self._placed.place.x)

    def move(self, point: QPointF) -> None:
        """Show the size that the service would have."""
        share = (point.x() - self._placed.place.x) / self._reach
        self._scale = round(min(LARGEST, max(SMALLEST, self._before * share)), 2)
        half = self._placed.box.width / 2 * self._scale / self._before
        high = self._placed.box.height / 2 * self._scale / self._before
        place = self._placed.place
        frame = QRectF(place.x - half, place.y - high, 2 * half, 2 * high)
        self._scene.overlay.show_work(target=frame)

    def finish(self) -> None:
        """Ask for the new size."""
        self._scene.overlay.show_work()
        self._wanted(self._system, self._scale)

    def cancel(self) -> None:
        """Leave the size as it was."""
        self._scene.overlay.show_work()


class ConnectGesture:
    """Drawing a line from a node to another element, service or shared object."""

    def __init__(
        self,
        scene: Scene,
        start: Hit,
        at: QPointF,
        reach: float,
        wanted: Callable[[Hit, Hit], None],
    ) -> None:
        self._scene, self._start, self._at = scene, start, at
        self._reach, self._wanted = reach, wanted
        self._target: Hit | None = None

    def move(self, point: QPointF) -> None:
        """Draw the line to the pointer, and a frame around what it would join."""
        target = self._scene.hit_at(point, self._reach)
        good = target is not None and target.id != self._start.id and target.kind is not Kind.ARROW
        self._target = target if good else None
        box = self._scene.box_of(target.id) if good and target is not None else None
        self._scene.overlay.show_work(wire=QLineF(self._at, point), target=box)

    def finish(self) -> None:
        """Ask for the connection, if the line ended on something."""
        self._scene.overlay.show_work()
        if self._target is not None:
            self._wanted(self._start, self._target)

    def cancel(self) -> None:
        """Draw nothing."""
        self._scene.overlay.show_work()


class StatementGesture:
    """Dragging a statement to another place, element or service, or on to a need."""

    def __init__(
        self,
        scene: Scene,
        statement: str,
        wanted: Callable[[str, Hit], None],
    ) -> None:
        self._scene, self._statement, self._wanted = scene, statement, wanted
        self._target: Hit | None = None

    def move(self, point: QPointF) -> None:
        """Show where the statement would go."""
        found = self._scene.hit_at(point, 0.0)
        inside = (
            found is not None
            and (found.element is not None or found.kind is Kind.NEED)
            and found.id != self._statement
        )
        self._target = found if inside else None
        box = self._scene.box_of(found.id) if inside and found is not None else None
        held = self._scene.box_of(self._statement)
        frames = QRectF(point.x(), point.y(), held.width(), held.height()) if held else None
        self._scene.overlay.show_work(target=box, band=frames)

    def finish(self) -> None:
        """Ask for the new place."""
        self._scene.overlay.show_work()
        if self._target is not None:
            self._wanted(self._statement, self._target)

    def cancel(self) -> None:
        """Leave the statement where it is."""
        self._scene.overlay.show_work()


class BandGesture:
    """A rubber band around services and shared objects."""

    def __init__(
        self, scene: Scene, start: QPointF, wanted: Callable[[tuple[str, ...]], None]
    ) -> None:
        self._scene, self._start, self._wanted = scene, start, wanted
        self._band = QRectF(start, start)

    def move(self, point: QPointF) -> None:
        """Draw the band to the pointer."""
        self._band = QRectF(self._start, point).normalized()
        self._scene.overlay.show_work(band=self._band)

    def finish(self) -> None:
        """Ask for what lies in the band."""
        self._scene.overlay.show_work()
        inside = [
            one
            for one, box in self._scene.movable().items()
            if self._band.contains(rectangle(_core(box)))
        ]
        self._wanted(tuple(inside))

    def cancel(self) -> None:
        """Choose nothing."""
        self._scene.overlay.show_work()


def _core(box: Box) -> Box:
    """Return the middle part of a box: a band need not be drawn around every card."""
    return box.grown(-min(box.width, box.height) / 4)
