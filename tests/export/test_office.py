"""Office files opened by LibreOffice, where it is installed."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from activitymap.export.formats import export
from activitymap.export.report.content import report
from activitymap.export.report.docx import report_docx
from activitymap.export.report.formats import write_report
from tests.export.looking import facts_of, poppler, text_of
from tests.export.making import example
from tests.export.test_report import LANGUAGES
from tests.export.test_report_front import busy

# The pictures in a report are painted by Qt.
pytestmark = pytest.mark.qt

OFFICE = shutil.which("soffice")
TEAM = "team-around-the-child"


def _as_pdf(source: Path, folder: Path) -> Path:
    """Return what LibreOffice makes of an office file."""
    assert OFFICE is not None
    done = subprocess.run(
        [
            *(OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(folder), str(source)),
        ],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return source.with_suffix(".pdf")


if OFFICE is not None:

    @pytest.mark.timeout(300)
    @pytest.mark.parametrize("ending", [".pptx", ".docx"])
    def test_libreoffice_opens_it_and_shows_every_statement(ending: str, tmp_path: Path) -> None:
        source = tmp_path / f"x{ending}"
        (export if ending == ".pptx" else write_report)(example(TEAM), source)
        target = _as_pdf(source, tmp_path)
        assert (int(facts_of(target)["Pages"]) == 1) is (ending == ".pptx")
        text = "".join(text_of(target).split())
        for one in ("Share nothing without consent", "Home visits after half past three"):
            assert "".join(one.split()) in text

    @pytest.mark.timeout(300)
    @pytest.mark.parametrize("text", ["", "long words " * 60, LANGUAGES["Arabic"] * 9])
    def test_the_first_page_of_a_report_in_word_is_one_page(text: str, tmp_path: Path) -> None:
        made = report(busy(10, 19, text))
        source = tmp_path / "x.docx"
        source.write_bytes(report_docx(replace(made, blocks=made.blocks[:2])))
        target = _as_pdf(source, tmp_path)
        facts = poppler("pdfinfo", "-f", "1", "-l", "2", target).decode()
        wide = [round(float(one)) for one in re.findall(r"Page +\d+ size: +([\d.]+)", facts)]
        assert wide == [595, 842]
