"""What a report is made of. The writers (PDF, Word) know these and nothing of the map."""

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
    """A heading of level 1 (a part) to 3, which becomes a bookmark."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text in one style; ``label`` stands before it in bold."""

    text: str
    style: Style = Style.BODY
    label: str = ""


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
class Figure:
    """A drawing as wide as the page, no higher than ``height`` parts (0 to 1) of it."""

    drawing: Drawing
    height: float = 0.5


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Bullets | Table | Figure | NewPage


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its title, its language (BCP 47), and its blocks in order."""

    title: str
    language: str
    blocks: tuple[Block, ...]

    @property
    def texts(self) -> list[str]:
        """All texts but those in drawings, in order."""
        found: list[str] = []
        for block in self.blocks:
            match block:
                case Heading():
                    found.append(block.text)
                case Paragraph():
                    found += [block.label, block.text]
                case Bullets():
                    found += block.items
                case Table():
                    found += block.header
                    found += [cell for row in block.rows for cell in row]
                case _:
                    pass
        return [text for text in found if text]
