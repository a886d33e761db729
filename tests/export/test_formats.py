"""Writing an export: the ending decides, an earlier file survives, and nothing is left about."""

import os
import stat
from pathlib import Path

import pytest

from activitymap.drawing.theme import DARK
from activitymap.errors import ExportError
from activitymap.export.datasets import DATASETS
from activitymap.export.formats import OPTIONS, WRITERS, export, write
from activitymap.export.report.formats import REPORTS
from activitymap.export.wanted import Wanted
from activitymap.model.values import Place
from tests.export.making import example, run, saying

STARTS = {
    ".svg": b"<?xml ",
    ".pdf": b"%PDF-1.",
    ".png": b"\x89PNG\r\n",
    ".pptx": b"PK",
    ".csv": b"\xef\xbb\xbfservice,",
    ".xlsx": b"PK",
    ".graphml": b"<?xml ",
    ".gexf": b"<?xml ",
    ".json": b"{",
    ".md": b"# ",
    ".qdpx": b"PK",
}
REPORT_STARTS = {".pdf": b"%PDF-1.", ".docx": b"PK", ".csv": b"\xef\xbb\xbfcontradiction,"}
FORMATS = [
    pytest.param(ending, marks=pytest.mark.qt) if ending == ".png" else ending for ending in STARTS
]
COMMANDS = [
    *(("export", ending) for ending in STARTS),
    *(("report", ending) for ending in REPORT_STARTS),
]
EARLIER = b"What was here before.\n"


def _refused(target: Path, *texts: str) -> str:
    """Return the one sentence with which an export is refused."""
    with pytest.raises(ExportError) as refused:
        export(saying(*texts or ["A statement"]), target)
    message = str(refused.value)
    assert "\n" not in message
    assert message.endswith(".")
    return message


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_format_is_tried_here():
    assert set(STARTS) == {*WRITERS, *DATASETS} == set(OPTIONS)
    assert set(REPORT_STARTS) == set(REPORTS)


@pytest.mark.parametrize("ending", FORMATS)
def test_the_ending_decides(ending, tmp_path):
    for name in (f"map{ending}", f"Karte łódź 1.0{ending.upper()}", f"map.svg.pdf.png{ending}"):
        export(saying("A statement"), tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(STARTS[ending])
    assert len(_names(tmp_path)) == 3


@pytest.mark.parametrize(
    "name",
    ["map", "map.bmp", "map.svgz", "map.svg.txt", "map.", ".svg", "svg", "map.pdf ", "map pdf"],
)
def test_an_unknown_ending_is_refused_and_the_known_ones_are_named(name, tmp_path):
    message = _refused(tmp_path / name)
    assert f"“{name}”" in message
    for ending in WRITERS:
        assert ending in message
    assert _names(tmp_path) == []


@pytest.mark.parametrize("ending", FORMATS)
def test_a_folder_is_no_target(ending, tmp_path):
    target = tmp_path / f"map{ending}"
    target.mkdir()
    (target / "inside").write_bytes(EARLIER)
    message = _refused(target)
    assert str(target) in message
    assert "folder" in message
    assert _names(tmp_path) == [target.name]
    assert _names(target) == ["inside"]


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("folder", ["nowhere", "file", "file/deeper"])
def test_a_folder_that_cannot_take_the_file_is_one_sentence(ending, folder, tmp_path):
    (tmp_path / "file").write_bytes(EARLIER)
    target = tmp_path / folder / f"map{ending}"
    message = _refused(target)
    assert str(target) in message
    assert "was not written" in message
    assert _names(tmp_path) == ["file"]
    assert (tmp_path / "file").read_bytes() == EARLIER


def test_a_name_that_is_too_long_is_one_sentence(tmp_path):
    message = _refused(tmp_path / f"{'m' * 300}.svg")
    assert "was not written" in message
    assert _names(tmp_path) == []


_ALL = """
import sys
from activitymap.cli.main import main
folder, *commands = sys.argv[1:]
for command in commands:
    kind, ending = command.split()
    target = f"{folder}/{kind}{ending}"
    print(command, main([kind, "examples/four-levels.activitymap", "--to", target]))
"""
"""Writes every format in one process of its own."""


def _write_all(folder: Path, before: str = "", **changed: str) -> tuple[list[str], str]:
    """Write every format into a folder; return what was printed, and what on standard error."""
    words = [" ".join(command) for command in COMMANDS]
    done = run(before + _ALL, str(folder), *words, **changed)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines(), done.stderr


@pytest.mark.qt
def test_a_disk_that_is_full_leaves_the_earlier_files_and_nothing_else(tmp_path):
    # The system itself stops writing after so many bytes; nobody is spared, not even root.
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))\n"
    targets = [tmp_path / "".join(command) for command in COMMANDS]
    for target in targets:
        target.write_bytes(EARLIER)
    printed, told = _write_all(tmp_path, limit)
    assert printed == [f"{' '.join(command)} 1" for command in COMMANDS]
    # What the library of workbooks says of its own temporary files comes from Python itself.
    sentences = [line for line in told.splitlines() if line.startswith("“")]
    for target, line in zip(targets, sentences, strict=True):
        assert f"“{target}” was not written: the disk is full" in line
        assert target.read_bytes() == EARLIER
    assert len(_names(tmp_path)) == len(COMMANDS)


@pytest.mark.qt
def test_two_runs_in_different_places_and_times_give_the_same_bytes(tmp_path):
    surroundings = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"},
    ]
    for number, variables in enumerate(surroundings):
        (tmp_path / str(number)).mkdir()
        _write_all(tmp_path / str(number), **variables)
    for kind, ending in COMMANDS:
        one, other = ((tmp_path / f"{place}/{kind}{ending}").read_bytes() for place in (0, 1))
        assert one == other, f"{kind}{ending}"
        assert one.startswith((STARTS if kind == "export" else REPORT_STARTS)[ending])


def test_a_folder_that_is_not_there_is_named(tmp_path):
    assert f"there is no folder “{tmp_path / 'nowhere'}”" in _refused(
        tmp_path / "nowhere" / "x.svg"
    )


def test_letters_that_the_font_of_a_pdf_lacks_are_named_and_the_earlier_file_stays(tmp_path):
    target = tmp_path / "map.pdf"
    target.write_bytes(EARLIER)
    message = _refused(target, "Ring in by nine", "家 und ह")
    assert "家" in message
    assert "ह" in message
    assert "SVG without outlines" in message
    assert target.read_bytes() == EARLIER
    assert _names(tmp_path) == ["map.pdf"]


def test_the_same_letters_are_no_trouble_in_svg(tmp_path):
    target = tmp_path / "map.svg"
    export(saying("家 und ह"), target)
    assert "家 und ह" in target.read_text(encoding="utf-8")


@pytest.mark.qt
def test_more_pixels_than_fit_leave_the_earlier_file(tmp_path):
    target = tmp_path / "map.png"
    target.write_bytes(EARLIER)
    activity_map = example("team-around-the-child")
    near, *others = activity_map.systems
    far = (system.but(place=Place(x=20_000.0, y=20_000.0)) for system in others)
    with pytest.raises(ExportError, match="pixels"):
        export(activity_map.but(systems=(near.but(place=Place(x=0.0, y=0.0)), *far)), target)
    assert target.read_bytes() == EARLIER
    assert _names(tmp_path) == ["map.png"]


@pytest.mark.parametrize("ending", FORMATS)
def test_an_earlier_file_is_replaced_and_whoever_has_it_open_keeps_it(ending, tmp_path):
    target = tmp_path / f"map{ending}"
    target.write_bytes(EARLIER)
    with target.open("rb") as held:
        export(saying("A statement"), target)
        # Written over, the open file would show the new bytes, or a part of them.
        assert held.read() == EARLIER
    assert target.read_bytes().startswith(STARTS[ending])
    assert _names(tmp_path) == [target.name]


def test_a_longer_earlier_file_leaves_no_tail(tmp_path):
    target = tmp_path / "map.svg"
    target.write_bytes(EARLIER * 100_000)
    export(saying("A statement"), target)
    export(saying("A statement"), tmp_path / "other.svg")
    assert target.read_bytes() == (tmp_path / "other.svg").read_bytes()


def test_a_link_is_followed_and_stays_a_link(tmp_path):
    (tmp_path / "pictures").mkdir()
    file = tmp_path / "pictures" / "real.svg"
    file.write_bytes(EARLIER)
    link = tmp_path / "map.svg"
    link.symlink_to(file)
    export(saying("A statement"), link)
    assert link.is_symlink()
    assert file.read_bytes().startswith(STARTS[".svg"])
    assert _names(file.parent) == ["real.svg"]


def test_a_link_to_nowhere_makes_the_file_it_leads_to(tmp_path):
    link = tmp_path / "map.svg"
    link.symlink_to(tmp_path / "real.svg")
    export(saying("A statement"), link)
    assert link.is_symlink()
    assert (tmp_path / "real.svg").read_bytes().startswith(STARTS[".svg"])


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_an_earlier_file_keeps_who_may_read_it(mode, tmp_path):
    # As the map's own file does: a picture of a family is not for everybody.
    target = tmp_path / "map.svg"
    target.write_bytes(EARLIER)
    target.chmod(mode)
    export(saying("A statement"), target)
    assert stat.S_IMODE(target.stat().st_mode) == mode


@pytest.mark.parametrize(("mask", "mode"), [(0o077, 0o600), (0o027, 0o640), (0o022, 0o644)])
def test_a_new_file_may_be_read_by_whom_the_user_lets(mask, mode, tmp_path):
    target = tmp_path / "map.svg"
    before = os.umask(mask)
    try:
        export(saying("A statement"), target)
    finally:
        os.umask(before)
    assert stat.S_IMODE(target.stat().st_mode) == mode


def test_bytes_are_written_as_they_are(tmp_path):
    data = bytes(range(256)) + b"\r\n\n\r\x1a"
    write(tmp_path / "bytes", data)
    write(tmp_path / "empty", b"")
    assert (tmp_path / "bytes").read_bytes() == data
    assert (tmp_path / "empty").read_bytes() == b""
    assert _names(tmp_path) == ["bytes", "empty"]


def test_a_name_without_a_folder_means_the_current_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    export(saying("A statement"), Path("map.svg"))
    assert _names(tmp_path) == ["map.svg"]


def test_options_reach_the_drawing_and_contradictions_are_in_it(tmp_path):
    activity_map = example("four-levels")
    export(activity_map, tmp_path / "plain.svg")
    export(activity_map, tmp_path / "dark.svg", Wanted(theme="dark"))
    export(activity_map, tmp_path / "bare.svg", Wanted(contradictions=False))
    plain, dark, bare = (
        (tmp_path / f"{name}.svg").read_text(encoding="utf-8") for name in ("plain", "dark", "bare")
    )
    assert DARK.background in dark
    assert DARK.background not in plain
    assert "contradictions, and how many" in plain
    assert "contradictions, and how many" not in bare
