"""What is tried with the built program; each says in its first line what holds."""

import subprocess
import sys
from collections.abc import Callable
from typing import TypeAlias

import openpyxl

from activitymap import __version__
from bundle.building import ROOT, WORK
from bundle.measuring import seconds_to_window
from bundle.places import CleanPlace, Place

Check: TypeAlias = Callable[[Place], None]
EXAMPLES = ("team-around-the-child", "hospital-and-family", "four-levels")
PAPERS = """
    LICENSE.txt READ-ME.txt licences/NOTICES.txt licences/Noto-Sans/OFL.txt
    licences/PySide6_Essentials/LGPL-3.0.txt program/activitymap/fonts/NotoSans-Regular.ttf
"""


def starts_without_python(place: Place) -> None:
    """It starts, and there is no other Python."""
    if isinstance(place, CleanPlace):
        assert not place.root.pythons(), f"There is a Python: {place.root.pythons()}"
    assert _output(place, "--version") == f"activitymap {__version__}\n"


def has_its_papers(place: Place) -> None:
    """Examples, fonts and licences lie in the folder."""
    names = [*PAPERS.split(), *(f"examples/{name}.activitymap" for name in EXAMPLES)]
    missing = [name for name in names if not (place.folder / name).is_file()]
    assert not missing, f"Missing: {missing}"


def finds_the_same(place: Place) -> None:
    """It finds the same contradictions in each example as the program it was built from."""
    for name in EXAMPLES:
        words = ("contradictions", f"examples/{name}.activitymap")
        found = _output(place, words[0], place.program(words[1]))
        assert found == _expected(*words), f"{name}: {found[:200]}"


def draws_the_same(place: Place) -> None:
    """SVG, PDF and PNG of the example are the same as from the program it was built from."""
    example = f"examples/{EXAMPLES[0]}.activitymap"
    expected = place.home / "expected"
    expected.mkdir()
    for suffix in ("svg", "png", "pdf"):
        _output(place, "export", place.program(example), "--to", place.own(f"map.{suffix}"))
        _expected("export", example, "--to", str(expected / f"map.{suffix}"))
        drawn, wanted = (
            (folder / f"map.{suffix}").read_bytes() for folder in (place.home, expected)
        )
        if suffix == "pdf":  # It holds the time it was made.
            assert drawn.startswith(b"%PDF-"), "Not a PDF."
            assert abs(len(drawn) - len(wanted)) < 100, f"{len(drawn)} bytes, not {len(wanted)}"
        else:
            assert drawn == wanted, f"The {suffix.upper()} differs."


def writes_for_other_programs(place: Place) -> None:
    """The report, slides and data of the example are the same as from the program it is made of."""
    example = f"examples/{EXAMPLES[0]}.activitymap"
    expected = place.home / "expected-data"
    expected.mkdir()
    for command, name in (
        ("report", "report.pdf"),
        ("report", "report.docx"),
        ("export", "slide.pptx"),
        ("export", "tables.xlsx"),
        ("export", "graph.graphml"),
        ("export", "graph.gexf"),
        ("export", "project.qdpx"),
    ):
        _output(place, command, place.program(example), "--to", place.own(name))
        _expected(command, example, "--to", str(expected / name))
        assert (place.home / name).read_bytes() == (expected / name).read_bytes(), name


def reads_a_spreadsheet(place: Place) -> None:
    """It makes a map from a spreadsheet, and the map is in order."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Services", 0)
    for row in (("service", "element", "statement"), ("School", "rules", "Lessons come first")):
        sheet.append(row)
    book.save(place.home / "services.xlsx")
    own = place.own("services.activitymap")
    _output(place, "import", place.own("services.xlsx"), "--to", own)
    _output(place, "check", own)


def says_what_cannot_be_written(place: Place) -> None:
    """A file that cannot be written is told in a sentence, not in a traceback."""
    example = place.program(f"examples/{EXAMPLES[0]}.activitymap")
    # In a clean root the program's folder is read-only; anywhere, a file is no folder.
    target = "map.svg" if isinstance(place, CleanPlace) else "LICENSE.txt/map.svg"
    answer = _run(place, "export", example, "--to", place.program(target))
    assert answer.returncode == 1, f"It ended with {answer.returncode}."
    assert answer.stderr.count("\n") == 1, answer.stderr


def opens_a_window(place: Place) -> None:
    """The window opens with the example, without a screen."""
    example = place.program(f"examples/{EXAMPLES[0]}.activitymap")
    environment = place.environment | {"QT_QPA_PLATFORM": "offscreen"}
    seconds_to_window(place.command(example), environment)


def opens_a_window_on_x(place: Place) -> None:
    """The window opens on an X server, shows something, and closes."""
    picture = WORK / "window.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    example = place.program(f"examples/{EXAMPLES[0]}.activitymap")
    answer = subprocess.run(
        [
            *(sys.executable, ".ci/with_x.py"),
            *(sys.executable, "-m", "bundle.x_window", str(picture)),
            *place.command(example),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


EVERYWHERE: tuple[Check, ...] = (
    starts_without_python,
    has_its_papers,
    finds_the_same,
    draws_the_same,
    writes_for_other_programs,
    reads_a_spreadsheet,
    says_what_cannot_be_written,
    opens_a_window,
)


def _run(place: Place, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        place.command(*words),
        env=place.environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _output(place: Place, *words: str) -> str:
    answer = _run(place, *words)
    assert answer.returncode == 0, f"{words[0]} ended with {answer.returncode}: {answer.stderr}"
    assert not answer.stderr, f"{words[0]} said: {answer.stderr}"
    return answer.stdout


def _expected(*words: str) -> str:
    """Return what the program in the sources prints."""
    return subprocess.run(
        [sys.executable, "-m", "activitymap", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout
