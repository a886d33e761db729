"""What a report is made of. The writers (PDF, Word) know these and nothing of the map."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from activitymap.drawing.shapes import Drawing


class Style(StrEnum):
    """How a paragraph looks."""

    BODY = "body"
    QUIET = "quiet"
    QUOTE = "quote"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (a part) to 3, which stays with what follows it.

    ``bookmark`` says more where the heading alone would not tell in a list of all.
    """

    text: str
    level: int = 1
    bookmark: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text in one style; ``label`` stands before it in bold.

    One that is ``kept`` is on the page of what follows it.
    """

    text: str
    style: Style = Style.BODY
    label: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short texts."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts under a header; ``shares`` are the widths of the columns in parts."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of a contradiction says: who, the words, quotes as evidence, its colour."""

    who: str
    text: str
    quotes: tuple[str, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of a contradiction beside one another."""

    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing no wider than the page; on the first page it gets what the texts leave."""

    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Plate:
    """A drawing on a page of its own as large as fits, turned on its side or ``upright``."""

    drawing: Drawing
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Front:
    """What stands on one page together: a figure, and texts that are short enough."""

    blocks: tuple["Heading | Paragraph | Bullets | Table | Figure", ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page, unless ``least`` parts (0 to 1) of this one are left."""

    least: float = 1.0


Block = Heading | Paragraph | Bullets | Table | Sides | Figure | Plate | Front | NewPage


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its title, its language (BCP 47), and its blocks in order."""

    title: str
    language: str
    blocks: tuple[Block, ...]

    def __iter__(self) -> Iterator[Block]:
        """Go through all blocks, those of the first page one by one."""
        for block in self.blocks:
            yield from block.blocks if isinstance(block, Front) else (block,)

    @property
    def texts(self) -> list[str]:
        """All texts but those in drawings, in order."""
        return [text for block in self for text in _texts(block) if text]

    @property
    def drawings(self) -> list[Drawing]:
        """All drawings, in order."""
        return [block.drawing for block in self if isinstance(block, Figure | Plate)]


def _texts(block: Block) -> Iterable[str]:
    match block:
        case Heading():
            return (block.text,)
        case Paragraph():
            return block.label, block.text
        case Bullets():
            return block.items
        case Table():
            return (*block.header, *(cell for row in block.rows for cell in row))
        case Sides():
            return (text for one in block.sides for text in (one.who, one.text, *one.quotes))
        case _:
            return ()
