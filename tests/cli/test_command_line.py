"""The commands as a person types them: what they print, where, and the exit status."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from activitymap.cli.main import main

SHEET = """service,element,statement,matter,modality,condition,limit
Health,rules,Share nothing without consent,sharing,must not,without consent,
School,rules,Tell every partner at once,sharing,must,,
School,tools,Close after six weeks,length of help,,,at most 6 weeks
Family,object,Stay until we are settled,length of help,,,open-ended
Mother,need,"Help me, not the form.",sharing,,,
"""
KEYS = {
    "rule",
    "kind",
    "level",
    "certainty",
    "status",
    "matters",
    "systems",
    "elements",
    "statements",
    "ids",
    "because",
    "needs",
}


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "services.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


@pytest.fixture
def map_file(sheet: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = sheet.with_suffix(".activitymap")
    assert main(["import", str(sheet), "--to", str(path)]) == 0
    capsys.readouterr()
    return path


def _json(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def test_json_has_the_promised_keys_in_matching_order(map_file, capsys):
    assert main(["contradictions", str(map_file), "--format", "json"]) == 0
    sharing, length = _json(capsys)
    assert sharing.keys() >= KEYS
    assert sharing["rule"] == "must-must-not"
    assert sharing["kind"] == "tension"
    assert sharing["level"] == "quaternary"
    assert sharing["certainty"] == "declared"
    assert sharing["status"] == "candidate"
    assert sharing["matters"] == ["sharing"]
    assert sharing["systems"] == ["Health", "School"]
    assert sharing["elements"] == ["rules", "rules"]
    assert sharing["statements"] == ["Share nothing without consent", "Tell every partner at once"]
    assert sharing["needs"] == ["Help me, not the form."]
    assert "without consent" in str(sharing["because"])
    assert length["rule"] == "cap-against-open-ended"


def test_a_spreadsheet_gives_the_same_as_the_map_made_from_it(sheet, map_file, capsys):
    main(["contradictions", str(map_file), "--format", "json"])
    from_map = capsys.readouterr().out
    main(["contradictions", str(sheet), "--format", "json"])
    assert capsys.readouterr().out == from_map


@pytest.mark.parametrize("form", ["json", "csv", "markdown", "table"])
def test_every_run_prints_the_same_bytes(map_file, form):
    command = [sys.executable, "-m", "activitymap", "contradictions", str(map_file)]
    runs = {
        subprocess.run([*command, "--format", form], capture_output=True, check=True).stdout
        for _ in range(3)
    }
    assert len(runs) == 1
    assert b"sharing" in runs.pop().lower()


def test_csv_is_a_table(map_file, capsys):
    assert main(["contradictions", str(map_file), "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["rule"] for row in rows] == ["must-must-not", "cap-against-open-ended"]
    assert rows[0]["systems"] == "Health | School"


@pytest.mark.parametrize(
    ("options", "rules"),
    [
        (["--rule", "must-must-not"], ["must-must-not"]),
        (["--rule", "limits"], []),
        (["--level", "primary"], []),
        (["--level", "primary", "--level", "quaternary"], ["must-must-not", "x"]),
        (["--certainty", "declared"], ["must-must-not", "x"]),
        (["--certainty", "read"], []),
    ],
)
def test_filters(map_file, capsys, options, rules):
    assert main(["contradictions", str(map_file), "--format", "json", *options]) == 0
    found = _json(capsys)
    assert len(found) == len(rules)
    if rules:
        assert found[0]["rule"] == rules[0]


def test_no_contradictions_says_when_some_would_appear(tmp_path, capsys):
    quiet = tmp_path / "quiet.csv"
    quiet.write_text("service,element,statement\nHealth,rules,Wash hands\n", encoding="utf-8")
    assert main(["contradictions", str(quiet)]) == 0
    assert "No contradictions found" in capsys.readouterr().out


def test_check_says_what_is_in_a_file(map_file, capsys):
    assert main(["check", str(map_file)]) == 0
    out = capsys.readouterr().out
    assert "is in order: 3 services, 4 statements" in out


def test_one_thing_is_told_in_the_singular(tmp_path, capsys):
    sheet, made = tmp_path / "one.csv", tmp_path / "one.activitymap"
    sheet.write_text("service,element,statement\nHealth,rules,Wash hands\n", encoding="utf-8")
    assert main(["import", str(sheet), "--to", str(made)]) == 0
    assert "one.activitymap: 1 service, 1 statement, 0 matters." in capsys.readouterr().out
    assert main(["check", str(made)]) == 0
    assert "1 service, 1 statement with 0 cards, 0 matters, 0 shared" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["contradictions", "nowhere.activitymap"],
        ["check", "nowhere.csv"],
        ["import", "nowhere.csv", "--to", "x.activitymap"],
        ["export", "nowhere.activitymap", "--to", "x.svg"],
    ],
)
def test_a_file_that_is_not_there_is_one_sentence_and_status_1(arguments, capsys, monkeypatch):
    assert main(arguments) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "nowhere" in captured.err
    assert "Traceback" not in captured.err
    assert captured.err.count("\n") == 1


def test_an_unknown_ending_is_refused_before_anything_is_read(tmp_path, capsys):
    target = tmp_path / "map.bmp"
    assert main(["export", "nowhere.activitymap", "--to", str(target)]) == 1
    assert ".svg" in capsys.readouterr().err
    assert not target.exists()


def test_a_bad_cell_is_named_with_its_row_and_nothing_is_written(sheet, capsys):
    sheet.write_text(SHEET.replace("at most 6 weeks", "quite soon"), encoding="utf-8")
    target = sheet.with_suffix(".activitymap")
    assert main(["import", str(sheet), "--to", str(target)]) == 1
    error = capsys.readouterr().err
    assert "4" in error
    assert "quite soon" in error
    assert not target.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["contradictions"],
        ["contradictions", "a", "--format", "xml"],
        ["contradictions", "a", "--level", "fifth"],
        ["import", "a.csv"],
        ["--nonsense"],
    ],
)
def test_wrong_usage_is_status_2(arguments):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


@pytest.mark.parametrize(
    "command",
    [[], ["contradictions"], ["import"], ["check"], ["export"], ["report"]],
)
def test_help_shows_an_example(command, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([*command, "--help"])
    assert stopped.value.code == 0
    assert "Example: activitymap" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("ending", ["svg", "pdf"])
def test_export_writes_a_picture(map_file, ending, capsys):
    target = map_file.with_suffix(f".{ending}")
    assert main(["export", str(map_file), "--to", str(target)]) == 0
    assert target.stat().st_size > 1000


def test_several_files_are_named_by_a_pattern(map_file, tmp_path, capsys):
    other = tmp_path / "other.activitymap"
    other.write_bytes(map_file.read_bytes())
    pattern = str(tmp_path / "{name}-figure.svg")
    assert main(["export", str(map_file), str(other), "--to", pattern, "--width", "single"]) == 0
    assert "smallest type" in capsys.readouterr().err
    for name in (map_file.stem, "other"):
        assert (tmp_path / f"{name}-figure.svg").is_file()
    assert main(["export", str(map_file), str(other), "--to", str(tmp_path / "x.svg")]) == 1
    assert "{name}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("ending", "options", "sentence"),
    [
        ("svg", ["--width", "0mm"], "cannot be 0 mm wide"),
        ("svg", ["--width", "50m"], "cannot be 50000 mm wide"),
        ("png", ["--dpi", "10000"], "too many"),
        ("svg", ["--theme", "pink"], "no theme"),
        ("svg", ["--what", "sky"], "“sky” is no figure. Choose map, comparison, matrix,"),
    ],
)
def test_what_a_picture_cannot_be_is_one_sentence(
    map_file, tmp_path, ending, options, sentence, capsys
):
    target = tmp_path / f"x.{ending}"
    assert main(["export", str(map_file), "--to", str(target), *options]) == 1
    told = capsys.readouterr().err
    assert sentence in told
    assert told.count("\n") == 1
    assert not target.exists()


@pytest.mark.parametrize("what", ["statements", "contradictions", "needs", "actions", "judgements"])
def test_tables_are_written(map_file, tmp_path, what):
    target = tmp_path / "x.csv"
    assert main(["export", str(map_file), "--to", str(target), "--what", what]) == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("ending", ["pdf", "csv"])
def test_a_report_is_written(map_file, tmp_path, ending, capsys):
    target = tmp_path / f"report.{ending}"
    assert main(["report", str(map_file), "--to", str(target), "--anonymise"]) == 0
    assert target.stat().st_size > 50
    assert "lists no names" in capsys.readouterr().err
    assert main(["report", str(map_file), "--to", str(tmp_path / "x.odt")]) == 1
    assert "names no report" in capsys.readouterr().err


@pytest.mark.qt
def test_export_writes_a_png(map_file, capsys, qapp):
    target = map_file.with_suffix(".png")
    assert main(["export", str(map_file), "--to", str(target)]) == 0
    assert target.read_bytes().startswith(b"\x89PNG")


def test_reading_and_detecting_import_no_qt(map_file):
    code = (
        "import sys; from activitymap.cli.main import main; "
        f"main(['contradictions', {str(map_file)!r}]); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a display")
def test_without_a_display_the_window_says_so(map_file, capsys, monkeypatch):
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    assert main([str(map_file)]) == 1
    assert "no display" in capsys.readouterr().err
