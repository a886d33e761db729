"""What is looked at: contradictions and things that were chosen, marked and brought into view."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from activitymap.drawing.clashes import bundles
from activitymap.model.contradictions.finding import Contradiction
from activitymap.ui.canvas.canvas import Canvas
from activitymap.ui.canvas.scene import ids_of, united
from activitymap.ui.document import Document
from activitymap.ui.naming import name_of
from activitymap.ui.selection import Selection, is_in
from activitymap.ui.workspace import Workspace


class Attention(QObject):
    """Keeps canvas, list, comparison and judging at the same thing.

    ``focused`` carries the contradictions to draw in full; ``anew`` says whether some were chosen
    since the group last discussed.
    """

    focused = Signal(object)

    def __init__(
        self,
        document: Document,
        selection: Selection,
        canvas: Canvas,
        space: Workspace,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self._scene, self._view, self._space = canvas.scene, canvas.view, space
        self.anew = False
        selection.changed.connect(self.show_chosen)
        space.outline.chosen.connect(self._choose_and_show)
        space.contradictions.chosen.connect(self.focus)
        space.compare.chosen.connect(self.choose_findings)
        space.judging.turned.connect(lambda found: self.choose_findings((found,)))
        space.suggestions.chosen.connect(lambda one: self.focus(() if one is None else (one,)))
        for bar in (space.scribe, space.find_bar):
            bar.chosen.connect(self._show_found)

    # Contradictions ---------------------------------------------------------------------------

    def focus(self, findings: tuple[Contradiction, ...]) -> None:
        """Draw contradictions in full, fade the rest, and bring them into view."""
        self._space.judging.show_findings(findings)
        findings = tuple(one for one in findings if not one.gone)
        self.anew = bool(findings)
        self._mark(findings)
        self._bring(ids_of(findings))

    def choose_findings(self, findings: tuple[Contradiction, ...]) -> None:
        """Choose in the list what was chosen beside it, and show it everywhere."""
        self._selection.clear()
        self._space.contradictions.choose(findings)
        self.focus(findings)

    def first(self) -> Contradiction | None:
        """Return the first of the contradictions that are drawn in full, if any is."""
        return next(iter(self._scene.options.focus), None)

    def renew(self) -> None:
        """Look at what was looked at before, as far as it is still found."""
        self._mark(self._document.detection.again(self._scene.options.focus))
        self._selection.keep(self._is_there)

    def _mark(self, findings: tuple[Contradiction, ...]) -> None:
        self._space.compare.show_focus(findings)
        if findings != self._scene.options.focus:
            self.focused.emit(findings)

    # Things on the map ------------------------------------------------------------------------

    def show_everything(self) -> None:
        """Choose nothing, and show the whole map as it is at rest."""
        self._selection.clear()
        self.show_chosen(())
        self._view.look_back()

    def show_whole(self) -> None:
        """Show all of a map that has just been opened."""
        self._selection.clear()
        self._mark(())
        self._view.fit()

    def zoom_to_chosen(self) -> None:
        """Show what is chosen as large as fits."""
        boxes = [box for one in self._selection.ids if (box := self._scene.box_of(one)) is not None]
        if boxes:
            self._view.show_box(united(boxes))

    def show_chosen(self, ids: tuple[str, ...]) -> None:
        """Show what is about the thing chosen last; an arrow is drawn in full."""
        identity = ids[-1] if ids else None
        found = self._document.detection.contradictions
        self._space.contradictions.clear_choice()
        name = name_of(identity, self._document.map, found) if identity else ""
        self._space.contradictions.show_about(identity, name)
        self._space.outline.select(ids)
        drawn = tuple(one for one in found if identity in {each.id for each in bundles(one)})
        self.anew = bool(drawn)
        self._mark(drawn)

    def _choose_and_show(self, ids: tuple[str, ...]) -> None:
        """Choose what was chosen in the outline, and bring it into view."""
        self._selection.choose(*ids)
        self._bring(ids)

    def _show_found(self, _found: object) -> None:
        """Bring what was found into view."""
        current = self._selection.current
        self._bring((current,) if current else ())

    def _bring(self, ids: Iterable[str]) -> None:
        boxes = [box for one in ids if (box := self._scene.box_of(one)) is not None]
        if boxes:
            self._view.bring_into_view(united(boxes))

    def _is_there(self, identity: str) -> bool:
        """Whether something that was chosen is still in the map, or an arrow on it."""
        found = self._document.detection.contradictions
        return is_in(self._document.map, identity) or any(
            bundle.id == identity for one in found for bundle in bundles(one)
        )
