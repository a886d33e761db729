"""Exporting by the command line: many files at once, names of people, and what is refused."""

import shutil
from pathlib import Path

import pytest

from activitymap.cli.main import main
from tests.export.making import EXAMPLES

FOUR = EXAMPLES / "four-levels.activitymap"
SHEET = (
    "service,element,statement\n"
    "Nursery,rules,Tell Zebedee Quill at once\n"
    "Surgery,rules,Tell Zebedee Quill nothing\n"
)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "services.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def _refused(capsys: pytest.CaptureFixture[str], *words: str | Path) -> str:
    """Return the one sentence with which a command is refused."""
    assert main([str(word) for word in words]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    return told.err


def test_two_files_of_one_name_are_refused_before_either_is_read(tmp_path, capsys):
    pattern = tmp_path / "out-{name}.csv"
    told = _refused(capsys, "export", "a/m.activitymap", "b/m.activitymap", "--to", pattern)
    assert "a/m.activitymap" in told
    assert "b/m.activitymap" in told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["export", "report", "import"])
def test_what_is_read_is_never_written_over(command, sheet, capsys):
    assert "files that are read" in _refused(capsys, command, sheet, "--to", sheet)
    assert sheet.read_text(encoding="utf-8") == SHEET


def test_a_source_is_known_under_another_name_too(sheet, tmp_path, capsys):
    (tmp_path / "link.csv").symlink_to(sheet)
    _refused(capsys, "export", sheet, "--to", tmp_path / "link.csv")
    assert sheet.read_text(encoding="utf-8") == SHEET


def test_one_file_that_fails_keeps_no_other_from_being_written(tmp_path, capsys):
    shutil.copy(FOUR, tmp_path / "first.activitymap")
    (tmp_path / "second.activitymap").write_text("{", encoding="utf-8")
    shutil.copy(FOUR, tmp_path / "third.activitymap")
    files = [str(tmp_path / f"{name}.activitymap") for name in ("first", "second", "third")]
    assert main(["export", *files, "--to", str(tmp_path / "{name}.md")]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        f"{tmp_path / name}: written." for name in ("first.md", "third.md")
    ]
    assert "1 of 3 files" in told.err.splitlines()[-1]
    assert files[1] in told.err.splitlines()[-1]
    assert not (tmp_path / "second.md").exists()


@pytest.mark.parametrize(
    ("name", "options", "left"),
    [
        ("x.json", ["--width", "0", "--theme", "pink"], "theme, width"),
        ("x.xlsx", ["--what", "needs"], "what"),
        ("x.csv", ["--dpi", "300"], "dpi"),
        ("x.svg", ["--transparent"], "transparent"),
        ("x.pptx", ["--page", "A4"], "page"),
        ("x.md", ["--no-legend"], "legend"),
    ],
)
def test_an_option_that_a_format_does_not_know_is_refused(name, options, left, tmp_path, capsys):
    told = _refused(capsys, "export", "nowhere.activitymap", "--to", tmp_path / name, *options)
    assert left in told
    assert list(tmp_path.iterdir()) == []


def test_only_the_name_is_filled_in(tmp_path, capsys):
    told = _refused(capsys, "export", FOUR, "--to", tmp_path / "x-{nome}.svg")
    assert "{nome}" in told
    assert "{name}" in told


def test_names_can_be_given_for_a_spreadsheet_that_lists_none(sheet, tmp_path, capsys):
    target = tmp_path / "x.md"
    words = ["export", str(sheet), "--to", str(target), "--name", "Zebedee Quill=the father"]
    assert main(words) == 0
    assert "became “the father” twice" in capsys.readouterr().err.replace("2 times", "twice")
    text = target.read_text(encoding="utf-8")
    assert "Tell the father at once" in text
    assert "Zebedee" not in text


def test_contradictions_are_listed_without_names(sheet, capsys):
    words = ["contradictions", str(sheet), "--include-suggested", "--format", "json"]
    assert main(words) == 0
    assert "Zebedee" in capsys.readouterr().out
    assert main([*words, "--name", "Zebedee Quill"]) == 0
    told = capsys.readouterr().out
    assert "Zebedee" not in told
    assert "Person 1" in told


def test_without_a_list_of_names_it_says_how_to_give_one(sheet, tmp_path, capsys):
    assert main(["export", str(sheet), "--to", str(tmp_path / "x.md"), "--anonymise"]) == 0
    told = capsys.readouterr().err
    assert "lists no names" in told
    assert "--name" in told
    assert "Zebedee Quill" in told


def test_the_name_of_a_file_is_left_out_too(sheet, tmp_path, capsys):
    named = sheet.rename(tmp_path / "Zebedee_Quill.csv")
    words = ["export", str(named), "--to", str(tmp_path / "{name}.md")]
    assert main([*words, "--name", "Zebedee Quill=the father"]) == 0
    assert sorted(path.name for path in tmp_path.glob("*.md")) == ["the father.md"]


def test_a_name_of_nobody_is_refused(sheet, tmp_path, capsys):
    told = _refused(capsys, "export", sheet, "--to", tmp_path / "x.md", "--name", "=the father")
    assert "names nobody" in told


@pytest.mark.parametrize("given", ["²", "-5", "99999999999999", "١٢٣", "1e9", " 5"])
@pytest.mark.parametrize("ending", [".xlsx", ".gexf", ".qdpx"])
def test_a_day_that_is_none_is_one_sentence(given, ending, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    told = _refused(capsys, "export", FOUR, "--to", tmp_path / f"x{ending}")
    assert "SOURCE_DATE_EPOCH" in told
    assert given in told
