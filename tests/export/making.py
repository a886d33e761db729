"""Maps and drawings to be exported, and what is to be found again in the files."""

import subprocess
import sys
from pathlib import Path

from activitymap.drawing.layout import lay_out
from activitymap.drawing.measuring import width
from activitymap.drawing.shapes import Align, Box, Drawing, Role, Tag, Text, TextLine
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.storage.saving import load_map
from activitymap.model.values import ActivitySystem, Element, Statement

PROJECT = Path(__file__).parents[2]
EXAMPLES = PROJECT / "examples"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.activitymap"))


def example(name: str) -> ActivityMap:
    """Return the map of an example."""
    return load_map(EXAMPLES / f"{name}.activitymap").map


def drawn(activity_map: ActivityMap) -> Drawing:
    """Return the drawing of a map with its contradictions, as the export lays it out."""
    return lay_out(activity_map, detect(activity_map))


def saying(*texts: str, title: str = "Words") -> ActivityMap:
    """Return a map of one service with a statement for each text, short ones on one line."""
    elements = list(Element)
    statements = tuple(
        Statement(id=f"statement-{place}", element=elements[place % len(elements)], text=text)
        for place, text in enumerate(texts)
    )
    system = ActivitySystem(id="system-1", name="Service", statements=statements)
    return ActivityMap(title=title, systems=(system,), last_number=1000)


def just(text: str, across: float = 1000.0, x: float = 20.0, align: Align = Align.START) -> Drawing:
    """Return a drawing of one line of text and nothing else."""
    line = TextLine(text, x, 70.0, width(text, 40.0))
    shape = Text(Tag("words", Role.TITLE), (line,), 40.0, "#000000", align=align)
    return Drawing((shape,), Box(0.0, 0.0, across, 100.0), "#ffffff", "Words", "Some words.")


def lines_of(drawing: Drawing) -> list[str]:
    """Return the lines of text of a drawing, from back to front."""
    return [line.text for line, _ in _placed(drawing)]


def boxes_of(drawing: Drawing) -> list[tuple[str, Box]]:
    """Return the lines of text that show something, and where their letters stand."""
    shift = {Align.START: 0.0, Align.MIDDLE: 0.5, Align.END: 1.0}
    found = []
    for line, shape in _placed(drawing):
        left = line.x - line.width * shift[shape.align] - drawing.box.left
        bottom = line.baseline - drawing.box.top
        if line.text.strip():
            box = Box(left, bottom - 0.7 * shape.size, left + line.width, bottom)
            found.append((line.text, box))
    return found


def _placed(drawing: Drawing) -> list[tuple[TextLine, Text]]:
    return [(line, shape) for shape in drawing if isinstance(shape, Text) for line in shape.lines]


def run(code: str, *arguments: str, **changed: str | None) -> subprocess.CompletedProcess[str]:
    """Run Python code in a process of its own, with variables changed or, for None, removed."""
    from os import environ

    variables = {**environ, **changed}
    return subprocess.run(
        [sys.executable, "-B", "-c", code, *arguments],
        env={name: value for name, value in variables.items() if value is not None},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


COMMAND = "import sys; from activitymap.cli.main import main; sys.exit(main(sys.argv[1:]))"
"""The program as it runs from the command line, for `run`."""
