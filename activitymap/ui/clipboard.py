"""Cut, copy and paste: within and between maps, and as picture, text and table elsewhere."""

import html

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage

from activitymap.errors import ActivityMapError
from activitymap.export.figures import figure
from activitymap.export.pdf import pdf
from activitymap.export.png import pixels, png
from activitymap.export.svg import svg
from activitymap.export.wanted import Wanted, What
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.copying import copied, paste, paste_statements
from activitymap.model.storage.file_format import decode, encode
from activitymap.model.values import Element
from activitymap.ui.document import Document
from activitymap.ui.editor import Editor
from activitymap.ui.leaving import Leaving
from activitymap.ui.selection import Selection, element_in

SERVICES = "application/x-activitymap-services"
STATEMENTS = "application/x-activitymap-statements"
PICTURE_DPI = 192
MOST_PIXELS = 40_000_000
"""Of a copied picture; a larger map is copied with fewer dots for each inch."""


class Clipboard(QObject):
    """Copies what is chosen, and pastes where something is chosen."""

    def __init__(
        self,
        document: Document,
        selection: Selection,
        editor: Editor,
        leaving: Leaving,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._selection, self._editor = document, selection, editor
        self._leaving = leaving
        self._own: tuple[bytes, ActivityMap] = (b"", ActivityMap())
        """What was put on the clipboard last, and the same with the names of people."""

    def copy(self) -> bool:
        """Copy the chosen services, elements or statements; the whole map if nothing is chosen.

        What other programs may read is without names of people, if that was answered. Returns
        whether something was copied.
        """
        ids = self._ids()
        going = self._leaving.ask_once(lambda whole: _copied(whole, ids))
        if going is None or not going.map.systems:
            return False
        part = going.map.but(names=(), not_names=())
        whole = any(system.id in ids for system in part.systems)
        self._own = (encode(part), copied(self._document.kept, ids))
        data = QMimeData()
        data.setData(SERVICES if whole else STATEMENTS, QByteArray(self._own[0]))
        data.setText(_as_text(part, whole=whole))
        data.setHtml(_as_table(part))
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def copy_picture(self) -> None:
        """Copy the chosen services, or the whole map, as a picture and as a vector drawing.

        There is no text beside it: programs that can take text would leave the picture out.
        """
        systems = tuple(one.id for one in self._editor.chosen_systems())
        wanted = Wanted(What.SERVICES if systems else What.MAP, systems)
        going = self._leaving.ask_once(lambda whole: whole)
        if going is None:
            return
        drawing = figure(going.map, wanted).drawing
        data = QMimeData()
        across, down = pixels(drawing, PICTURE_DPI)
        dpi = PICTURE_DPI * min(1.0, (MOST_PIXELS / (across * down)) ** 0.5)
        data.setData("image/svg+xml", QByteArray(svg(drawing).encode()))
        try:
            data.setImageData(QImage.fromData(png(drawing, dpi)))
            data.setData("application/pdf", QByteArray(pdf(drawing)))
        except ActivityMapError as error:
            # Something is copied all the same: the vector drawing keeps the text itself.
            self._document.refused.emit(str(error))
        QGuiApplication.clipboard().setMimeData(data)

    def _ids(self) -> set[str]:
        """Return the ids of what is chosen, an element's statements in its place."""
        systems = self._document.kept.systems
        ids = set(self._selection.ids) or {system.id for system in systems}
        for system in systems:
            ids |= {one.id for one in system.statements if f"{system.id}/{one.element}" in ids}
        return ids

    def cut(self) -> None:
        """Copy what is chosen and remove it."""
        if self.copy():
            self._editor.remove()

    def paste(self) -> None:
        """Paste services beside the others, and statements or lines of text where it is chosen."""
        # An empty clipboard has no data at all.
        held: QMimeData | None = QGuiApplication.clipboard().mimeData()
        data = QMimeData() if held is None else held
        if data.hasFormat(SERVICES):
            self._paste_services(self._part(data, SERVICES))
        elif data.hasFormat(STATEMENTS):
            self._paste_statements(self._part(data, STATEMENTS))
        elif data.hasText():
            self._paste_lines([line.strip() for line in data.text().splitlines() if line.strip()])
        else:
            self._document.refused.emit(
                self.tr("There is no text to paste. Copy some text or a service first.")
            )

    def _paste_services(self, part: ActivityMap | None) -> None:
        if part is not None:
            known = {system.id for system in self._document.map.systems}
            self._document.edit(self.tr("Paste"), paste, part)
            new = [one.id for one in self._document.map.systems if one.id not in known]
            if new:
                self._selection.choose(*new)

    def _paste_statements(self, part: ActivityMap | None) -> None:
        system, element = self._place()
        if part is not None and system is not None:
            self._document.edit(self.tr("Paste"), paste_statements, part, system, element)

    def _paste_lines(self, lines: list[str]) -> None:
        system, element = self._place()
        if lines and system is not None and element is not None:
            self._editor.write(system, element, lines)
        elif lines and system is not None:
            self._tell_where()

    def _part(self, data: QMimeData, form: str) -> ActivityMap | None:
        """Return the part of a map on the clipboard; none where another program damaged it.

        What was copied here comes back with the names that others do not get to see.
        """
        held = bytes(data.data(form).data())
        if held == self._own[0]:
            return self._own[1]
        try:
            return decode(held, "clipboard").map
        except ActivityMapError:
            return None

    def _place(self) -> tuple[str | None, Element | None]:
        """Return the service and the element that are chosen; tell where there is none."""
        current = self._selection.current or ""
        system = self._editor.system_of(current)
        if system is None:
            self._tell_where()
            return None, None
        for one in self._document.map.systems:
            for statement in one.statements:
                if statement.id == current:
                    return system, statement.element
        return system, element_in(current)

    def _tell_where(self) -> None:
        self._document.refused.emit(self.tr("Choose an element first: the text is pasted there."))


def _copied(activity_map: ActivityMap, ids: set[str]) -> ActivityMap:
    """Return a part of a map with the list of names, so that they are known in it."""
    names, no_names = activity_map.names, activity_map.not_names
    return copied(activity_map, ids).but(names=names, not_names=no_names)


def _rows(part: ActivityMap) -> list[tuple[str, str, str]]:
    return [
        (system.name, str(element), statement.words)
        for system in part.systems
        for element in Element
        for statement in system.statements
        if statement.element is element
    ]


def _as_text(part: ActivityMap, *, whole: bool) -> str:
    """Return a table for a spreadsheet, or the bare words of single statements."""
    rows = _rows(part)
    if not whole:
        return "\n".join(words for _, _, words in rows)
    header = ("service", "element", "statement")
    return "\n".join("\t".join(row) for row in [header, *rows])


def _as_table(part: ActivityMap) -> str:
    lines = (
        f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>"
        for row in _rows(part)
    )
    return f"<table>{''.join(lines)}</table>"
