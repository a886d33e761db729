"""Finding and replacing words in all texts of the map."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.base import Value
from activitymap.model.edits.change import Change, changed
from activitymap.model.text import clean_line, clean_text, fold
from activitymap.model.values import ActivitySystem, Matter, Quote, SharedObject, State, Statement

_JOINERS = {"\u200d", "\ufe0e", "\ufe0f"}
# The zero-width joiner and the variation selectors belong to the emoji before them.


class Field(StrEnum):
    """Which of the texts of a thing it is."""

    NAME = "name"
    TEXT = "text"
    LABEL = "label"
    QUOTE = "quote"
    SOURCE = "source"


class Spot(NamedTuple):
    """One text of the map: whose it is, and which; ``number`` counts its quotes."""

    id: str
    field: Field
    number: int = 0


class Match(NamedTuple):
    """Where words were found: in ``text``, from ``start`` up to ``end``.

    ``place`` counts all texts in the order of the map, so that matches can be told apart by what
    comes first.
    """

    spot: Spot
    place: int
    start: int
    end: int
    text: str

    @property
    def id(self) -> str:
        """The id of what has the text: of a name, the service's."""
        return self.spot.id

    @property
    def words(self) -> str:
        """The words that were found, as they stand there."""
        return self.text[self.start : self.end]


Named = TypeVar("Named", ActivitySystem, SharedObject, Matter)
Sought = Callable[[str], list[tuple[int, int]]]
Write = Callable[[Spot, str], str]


def texts(activity_map: ActivityMap) -> Iterator[tuple[Spot, str]]:
    """Yield all texts that can be searched, in the order of the map."""
    for system in activity_map.systems:
        yield Spot(system.id, Field.NAME), system.name
        for statement in system.statements:
            yield Spot(statement.id, Field.TEXT), statement.text
            yield from _quotes(statement.id, statement.quotes)
    for shared in activity_map.shared_objects:
        yield Spot(shared.id, Field.NAME), shared.name
    for link in activity_map.links:
        yield Spot(link.id, Field.LABEL), link.label
    for matter in activity_map.matters:
        yield Spot(matter.id, Field.NAME), matter.name
    for need in activity_map.needs:
        yield Spot(need.id, Field.TEXT), need.text
        yield from _quotes(need.id, need.quotes)
    for drawn in activity_map.drawn:
        yield Spot(drawn.id, Field.TEXT), drawn.text
    for discussion in activity_map.discussions:
        yield from _quotes(discussion.id, discussion.quotes)


def _quotes(identity: str, quotes: Iterable[Quote]) -> Iterator[tuple[Spot, str]]:
    for number, quote in enumerate(quotes):
        yield Spot(identity, Field.QUOTE, number), quote.text
        yield Spot(identity, Field.SOURCE, number), quote.source


def matches(
    activity_map: ActivityMap, sought: str, case: bool = False, whole: bool = False
) -> tuple[Match, ...]:
    """Return where words stand in the map, in its order.

    Without ``case``, capitals and small letters are the same, and ß is ss; with ``whole``, only
    whole words are found. Matches do not overlap.
    """
    find = _finder(sought, case, whole)
    return tuple(
        Match(spot, place, start, end, text)
        for place, (spot, text) in enumerate(texts(activity_map))
        for start, end in find(text)
    )


def replace_all(
    activity_map: ActivityMap,
    sought: str,
    replacement: str,
    case: bool = False,
    whole: bool = False,
) -> Change:
    """Replace words wherever they stand; all or, where one text cannot be, none.

    Raises:
        EditError: nothing would be left of a text, or two matters would have one name.
    """
    found: dict[Spot, list[tuple[int, int]]] = {}
    for match in matches(activity_map, sought, case, whole):
        found.setdefault(match.spot, []).append((match.start, match.end))

    def write(spot: Spot, text: str) -> str:
        for start, end in reversed(found.get(spot, ())):
            text = f"{text[:start]}{replacement}{text[end:]}"
        return text

    return _rewritten(activity_map, write)


def replace_one(activity_map: ActivityMap, match: Match, replacement: str) -> Change:
    """Replace words in one place.

    Raises:
        EditError: as `replace_all`, or the text is another one by now.
    """
    if (match.spot, match.text) not in texts(activity_map):
        raise EditError("The text has changed since it was found. Search again.")
    new = f"{match.text[: match.start]}{replacement}{match.text[match.end :]}"
    return _rewritten(activity_map, lambda spot, text: new if spot == match.spot else text)


# Finding ------------------------------------------------------------------------------------


def _finder(sought: str, case: bool, whole: bool) -> Sought:
    """Return what finds words in a text, as pairs of where they start and end."""
    wanted = unicodedata.normalize("NFC", sought)
    wanted = wanted if case else wanted.casefold()

    def find(text: str) -> list[tuple[int, int]]:
        folded = text if case else text.casefold()
        # Most texts do not have the words: only those that do are looked at letter by letter.
        if not wanted or wanted not in folded:
            return []
        starts = range(len(text) + 1) if len(folded) == len(text) else _starts(text)
        found, at = [], folded.find(wanted)
        while at >= 0:
            start, end = starts[at], starts[at + len(wanted)]
            fits = start is not None and end is not None and _fits(text, start, end, whole)
            if fits and start is not None and end is not None:
                found.append((start, end))
            at = folded.find(wanted, at + (len(wanted) if fits else 1))
        return found

    return find


def _starts(text: str) -> list[int | None]:
    """Return which character of ``text`` each place of its folded form begins; some begin none."""
    starts: list[int | None] = []
    for place, character in enumerate(text):
        starts += [place, *([None] * (len(character.casefold()) - 1))]
    return [*starts, len(text)]


def _fits(text: str, start: int, end: int, whole: bool) -> bool:
    """Tell whether a range tears no letter from its accent and, if wanted, no word apart."""
    torn = _continues(text[end : end + 1]) or (start > 0 and text[start - 1] == "\u200d")
    return not torn and not (whole and _in_word(text, start, end))


def _continues(character: str) -> bool:
    return bool(character) and (unicodedata.combining(character) > 0 or character in _JOINERS)


def _in_word(text: str, start: int, end: int) -> bool:
    """Tell whether a range begins or ends inside a word."""
    return any(
        0 < edge < len(text) and _is_word(text[edge - 1]) and _is_word(text[edge])
        for edge in (start, end)
    )


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.combining(character) > 0


# Writing ------------------------------------------------------------------------------------


def _rewritten(activity_map: ActivityMap, write: Write) -> Change:
    """Return the map with its texts as ``write`` gives them; what is the same is shared."""
    made: dict[str, tuple[Value, ...]] = {
        "systems": tuple(_system(one, write) for one in activity_map.systems),
        "shared_objects": tuple(_named(one, write) for one in activity_map.shared_objects),
        "links": tuple(
            changed(one, label=_line(write, Spot(one.id, Field.LABEL), one.label, empty=True))
            for one in activity_map.links
        ),
        "matters": _matters(activity_map.matters, write),
        "needs": tuple(
            changed(
                one,
                text=_line(write, Spot(one.id, Field.TEXT), one.text),
                quotes=_written_quotes(one.id, one.quotes, write),
            )
            for one in activity_map.needs
        ),
        "drawn": tuple(
            changed(
                one,
                text=_filled(write, Spot(one.id, Field.TEXT), one.text, clean_text, empty=True),
            )
            for one in activity_map.drawn
        ),
        "discussions": tuple(
            changed(one, quotes=_written_quotes(one.id, one.quotes, write))
            for one in activity_map.discussions
        ),
    }
    ids: set[str] = set()
    for field in tuple(made):
        touched = _touched(getattr(activity_map, field), made[field])
        ids |= touched
        if not touched:
            del made[field]
    return Change(activity_map.but(**made), frozenset(ids)) if made else Change(activity_map)


def _touched(before: Iterable[Any], after: Iterable[Any]) -> set[str]:
    """Return the ids of what is another one now, and of the statements in it."""
    ids: set[str] = set()
    for one, other in zip(before, after, strict=True):
        if one is not other:
            ids.add(one.id)
            if isinstance(one, ActivitySystem):
                ids |= _touched(one.statements, other.statements)
    return ids


def _system(system: ActivitySystem, write: Write) -> ActivitySystem:
    statements = tuple(_statement(one, write) for one in system.statements)
    if not _touched(system.statements, statements):
        statements = system.statements
    return changed(_named(system, write), statements=statements)


def _statement(statement: Statement, write: Write) -> Statement:
    empty = statement.state is not State.PRESENT
    return changed(
        statement,
        text=_line(write, Spot(statement.id, Field.TEXT), statement.text, empty=empty),
        quotes=_written_quotes(statement.id, statement.quotes, write),
    )


def _named(one: Named, write: Write) -> Named:
    return changed(one, name=_line(write, Spot(one.id, Field.NAME), one.name))


def _matters(matters: tuple[Matter, ...], write: Write) -> tuple[Matter, ...]:
    made = tuple(_named(one, write) for one in matters)
    known: dict[str, bool] = {}
    for before, after in zip(matters, made, strict=True):
        name, renamed = fold(after.name), after is not before
        if name in known and (renamed or known[name]):
            raise EditError(
                f"Two matters would be called “{after.name}”. Merge them first, or replace less."
            )
        known[name] = renamed or known.get(name, False)
    return made


def _written_quotes(identity: str, quotes: tuple[Quote, ...], write: Write) -> tuple[Quote, ...]:
    return tuple(
        changed(
            one,
            text=_filled(write, Spot(identity, Field.QUOTE, number), one.text, clean_text),
            source=_line(write, Spot(identity, Field.SOURCE, number), one.source, empty=True),
        )
        for number, one in enumerate(quotes)
    )


def _line(write: Write, spot: Spot, text: str, *, empty: bool = False) -> str:
    return _filled(write, spot, text, clean_line, empty=empty)


def _filled(
    write: Write, spot: Spot, text: str, clean: Callable[[str], str], *, empty: bool = False
) -> str:
    """Return a text as it is written anew; one that nothing was written in stays as it is."""
    written = write(spot, text)
    if written == text:
        return text
    cleaned = clean(written)
    if not cleaned and not empty:
        raise EditError(f"Nothing would be left of “{text}”. Remove it, or replace less.")
    return cleaned
