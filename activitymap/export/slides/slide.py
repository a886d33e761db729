"""All shapes of a slide: connectors beneath, what they carry, and what they join above them."""

from collections.abc import Iterable, Sequence

from activitymap.drawing.shapes import (
    Alternative,
    Anchor,
    Box,
    Curve,
    Drawing,
    Line,
    Point,
    Role,
    around,
)
from activitymap.drawing.transforming import extent as reach
from activitymap.export.slides.connectors import End, Place, connector, end_at
from activitymap.export.slides.contents import Contents, Piece, in_groups, said
from activitymap.export.slides.joints import bolt, bolt_corners, dot_end, dots, halves, is_on, led
from activitymap.export.slides.lettering import body, extent, hidden_title, label, title
from activitymap.export.slides.markup import DRAWINGML, PRESENTATIONML, Plane, group, named
from activitymap.export.slides.outlines import box_of, room_in, shape
from activitymap.export.slides.routes import way
from activitymap.export.slides.table import headings, is_cell, table
from activitymap.model.wording import worded

_SILENT = frozenset({Role.TRIANGLE, Role.CROSS_LINE, Role.NODE, Role.BACKGROUND})
"""What shows nothing to those who hear the slide that the words beside it do not say."""


def slide_shapes(drawing: Drawing, plane: Plane, width: float) -> str:
    """Return the tree of shapes of a slide; ``width`` is that of the slide in drawing units."""
    return _Slide(drawing, plane).tree(width)


class _Slide:
    """Writes the contents of a slide, from the lowest layer up."""

    def __init__(self, drawing: Drawing, plane: Plane) -> None:
        self._drawing, self._plane = drawing, plane
        self._contents = Contents(drawing)
        self._told = {one.id: one for one in drawing.alternatives}
        self._by_group: dict[str, list[Place]] = {}
        self._by_id: dict[str, list[Place]] = {}
        for place in self._contents.places():
            self._by_group.setdefault(place.tag.group, []).append(place)
            self._by_id.setdefault(place.tag.id, []).append(place)
        self._carried: dict[str, list[Piece]] = {}
        self._within: dict[str, list[tuple[str, Box]]] = {}
        """Connectors and bolts that are parts of a service, by its group."""
        self._beneath: list[str] = []
        self._joints: list[str] = []

    def tree(self, width: float) -> str:
        """Return everything, in the order in which it lies and in which it is read out."""
        contents = self._contents
        number, words = next(contents.numbers), self._drawing.title
        corner = self._plane.corner
        first = (
            title(number, contents.title, self._plane)
            if contents.title
            else hidden_title(
                number, words, Box(corner.x, corner.y, corner.x + width, 0), self._plane
            )
        )
        pieces = self._uncarried()
        self._add_lines()
        for arrow in contents.bolts:
            self._add_inner(arrow)
        above = [*self._tables(pieces), *self._groups(pieces)]
        # Numbers of cards, and of arrows without a bolt.
        above += [self._written(one) for several in self._carried.values() for one in several]
        return (
            f'<p:spTree xmlns:a="{DRAWINGML}" xmlns:p="{PRESENTATIONML}"><p:nvGrpSpPr>'
            '<p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
            f"{''.join([first, *self._beneath, *self._joints, *above])}</p:spTree>"
        )

    def _uncarried(self) -> list[Piece]:
        """Return the pieces that stand alone, and keep those that connectors carry."""
        rest = []
        for piece in self._contents.pieces:
            if piece.tag.role in {Role.COUNT, Role.LINK}:
                self._carried.setdefault(piece.tag.id, []).append(piece)
            else:
                rest.append(piece)
        return rest

    # Connectors ---------------------------------------------------------------------------------

    def _add_lines(self) -> None:
        doubled: dict[tuple[object, ...], int] = {}
        for line in self._contents.lines:
            key = (line.tag, line.start, line.end)
            doubled[key] = doubled.get(key, 0) + 1
        for line in self._contents.lines:
            times = doubled.pop((line.tag, line.start, line.end), 0)
            corners = bolt_corners(line) if line.tag.role is Role.CONTRADICTION else None
            if not times and line.tag.role is Role.LINK:
                continue  # The second of a double line.
            if corners is not None:
                self._add_contradiction(line, corners)
            elif line.tag.role is Role.LINK and line.tag.id in self._carried:
                self._add_link(line)
            else:
                self._add_plain(line, double=times > 1 and line.tag.role is Role.LINK)

    def _ends(self, line: Line | Curve) -> tuple[End, End]:
        points = line.points
        after = next((point for point in points if point != points[0]), points[0])
        before = next((point for point in reversed(points) if point != points[-1]), points[-1])
        ends = ((line.start, points[0], after), (line.end, points[-1], before))
        start, end = (
            end_at(self._near(anchor), anchor, point, towards) for anchor, point, towards in ends
        )
        return start, end

    def _near(self, anchor: Anchor | None) -> list[Place]:
        """Return the places that an anchor may mean."""
        if anchor is None:
            return [one for several in self._by_group.values() for one in several]
        found = self._by_group.get(anchor.id, []) if anchor.id else []
        return [*found, *self._by_id.get(anchor.name, [])]

    def _add_leads(
        self, line: Line | Curve, ends: Sequence[End], roads: Sequence[Sequence[Point]]
    ) -> None:
        """Add the two connectors to what a line carries, which itself says what they mean."""
        start, one, other, end = ends
        for pair, road, heads in (
            ((start, one), roads[0], (line.head_at_start, False)),
            ((other, end), roads[1], (False, line.head_at_end)),
        ):
            identity = named(next(self._contents.numbers), self._alt(line).name, decorative=True)
            route = way(road, pair[0].point, pair[1].point)
            self._beneath.append(connector(identity, pair, self._plane, line, heads, route=route))

    def _alt(self, line: Line | Curve) -> Alternative:
        name = str(line.tag.role).capitalize()
        return self._told.get(line.tag.id, Alternative(line.tag.id, name))

    def _add_contradiction(self, line: Line | Curve, corners: tuple[Point, Point]) -> None:
        """Add the bolt of a contradiction with its number, and a connector from either side."""
        start, end = self._ends(line)
        told, numbers = self._alt(line), self._contents.numbers
        places, roads = dots(line, corners, numbers), halves(line)
        one = dot_end(places[0], start, way(roads[0], start.point, places[0].box.centre))
        other = dot_end(places[1], end, way(roads[1][::-1], end.point, places[1].box.centre))
        self._add_leads(line, (start, one, other, end), roads)
        made = bolt(told.name, line, places, next(numbers), self._plane)
        box = around(Box(*corner, *corner) for corner in corners)
        self._joints.append(self._joined(told, made, box, self._carried.pop(line.tag.id, [])))

    def _joined(self, told: Alternative, made: str, box: Box, pieces: Sequence[Piece]) -> str:
        """Return a bolt and its number as one group, which says what clashes."""
        written = [made, *map(self._written, pieces)]
        whole = around([box, *map(_extent, pieces)])
        number = next(self._contents.numbers)
        return group(number, told.name, told.text, whole, written, self._plane)

    def _add_link(self, line: Line | Curve) -> None:
        """Add a link with its words, led through them where they lie on it."""
        start, end = self._ends(line)
        told, pieces = self._alt(line), self._carried.pop(line.tag.id)
        places = [place for piece in pieces if (place := piece.place()) is not None]
        if not places or not is_on(places[0], line.points):
            self._add_plain(line)
            group_ = line.start.id if line.start else ""
            self._within.setdefault(group_, []).extend(
                (self._written(piece), _extent(piece)) for piece in pieces
            )
            return
        one, other, before, after = led(places[0], line.points, (start, end))
        self._add_leads(line, (start, one, other, end), (before, after))
        self._joints += [self._written(piece, told) for piece in pieces]

    def _add_plain(self, line: Line | Curve, *, double: bool = False) -> None:
        """Add a connector that carries nothing; one inside a service is a part of it."""
        ends, told = self._ends(line), self._alt(line)
        route = way(line.points, ends[0].point, ends[1].point)
        heads = line.head_at_start, line.head_at_end
        identity = named(
            next(self._contents.numbers), told.name, told.text, decorative=not told.text
        )
        made = connector(identity, ends, self._plane, line, heads, route=route, double=double)
        if line.tag.role is Role.OUTCOME_ARROW:
            box = around(Box(*end.point, *end.point) for end in ends)
            self._within.setdefault(line.tag.group, []).append((made, box))
        else:
            self._beneath.append(made)

    def _add_inner(self, arrow: Line | Curve) -> None:
        """Add the small arrow of what clashes inside a service, as a part of the service."""
        told = self._alt(arrow)
        identity = named(next(self._contents.numbers), told.name, decorative=True)
        made = shape(identity, arrow, self._plane)
        pieces = self._carried.pop(arrow.tag.id, [])
        box = around([reach(arrow), *map(_extent, pieces)])
        joined = self._joined(told, made, reach(arrow), pieces)
        self._within.setdefault(arrow.tag.group, []).append((joined, box))

    # Services and all else ------------------------------------------------------------------------

    def _tables(self, pieces: list[Piece]) -> Iterable[str]:
        """Yield the table of the slide, if it has one, and take its pieces away."""
        cells = [one for one in pieces if is_cell(one)]
        if not cells:
            return
        parts = [*cells, *headings(pieces)]
        for one in parts:
            pieces.remove(one)
        name, told = self._drawing.title, self._drawing.description
        yield table(next(self._contents.numbers), name, told, parts, self._plane)

    def _groups(self, pieces: list[Piece]) -> Iterable[str]:
        for name, members in in_groups(pieces):
            within = self._within.pop(name, [])
            if len(members) == 1 and not within:
                yield self._written(members[0])
                continue
            written = [*map(self._written, members), *(made for made, _ in within)]
            box = around([*map(_extent, members), *(box for _, box in within)])
            number = next(self._contents.numbers)
            yield group(number, _name(name, members), _told(members), box, written, self._plane)

    def _written(self, piece: Piece, told: Alternative | None = None) -> str:
        """Return a piece as a shape with its words, or as a box of words."""
        if piece.outline is None:
            return label(piece.number, piece.texts[0], self._plane)
        role = piece.tag.role
        identity = named(
            piece.number,
            told.name if told else _piece_name(piece),
            told.text if told else "",
            decorative=role in _SILENT,
        )
        words = ""
        if piece.texts:
            room = room_in(piece.outline)
            words = body(piece.texts, room, self._plane, self._contents.marks)
        return shape(identity, piece.outline, self._plane, words)


def _extent(piece: Piece) -> Box:
    return box_of(piece.outline) if piece.outline is not None else extent(piece.texts[0])


def _piece_name(piece: Piece) -> str:
    role = piece.tag.role
    if role is Role.CARD and piece.texts:
        return said(piece.texts[0]).capitalize()
    kind = worded(str(role)).capitalize()
    if role in {Role.NEED, Role.SHARED_OBJECT} and piece.texts:
        return f"{kind}: {said(piece.texts[min(1, len(piece.texts) - 1)])}"
    return kind


def _name(group_: str, pieces: Sequence[Piece]) -> str:
    """Return the name of a group: that of its service."""
    names = [piece.words for piece in pieces if piece.tag.role is Role.NAME and piece.texts]
    if names:
        return names[0]
    return worded("Legend") if pieces[0].tag.role is Role.LEGEND else group_


def _told(pieces: Sequence[Piece]) -> str:
    """Return the words of a group in sentences, for people who hear the slide."""
    sentences = []
    for piece in pieces:
        if not piece.texts or piece.tag.role in {Role.NODE, Role.STATEMENT_MARK}:
            continue
        first, *others = map(said, piece.texts)
        if piece.tag.role is Role.CARD:
            if others:
                sentences.append(f"{first.capitalize()}: {'; '.join(others)}.")
        elif piece.tag.role is Role.NAME:
            sentences.insert(0, f"{piece.words}.")
        else:
            sentences.append(f"{piece.words.rstrip('.')}.")
    return " ".join(sentences)
