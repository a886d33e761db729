"""Office files opened by LibreOffice, where it is installed."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from activitymap.export.report.content import report
from activitymap.export.report.docx import report_docx
from activitymap.export.report.formats import write_report
from tests.export.looking import poppler, text_of
from tests.export.making import example
from tests.export.test_report import LANGUAGES
from tests.export.test_report_front import busy

# The pictures in a report are painted by Qt.
pytestmark = pytest.mark.qt

OFFICE = shutil.which("soffice")
TEAM = "team-around-the-child"


def as_pdf(folder: Path, *sources: Path) -> list[Path]:
    """Return files as LibreOffice prints them."""
    assert OFFICE is not None
    done = subprocess.run(
        [
            *(OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(folder), *map(str, sources)),
        ],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return [folder / f"{source.stem}.pdf" for source in sources]


if OFFICE is not None:

    @pytest.mark.timeout(300)
    def test_libreoffice_opens_a_report_and_shows_every_statement(tmp_path: Path) -> None:
        source = tmp_path / "x.docx"
        write_report(example(TEAM), source)
        (target,) = as_pdf(tmp_path, source)
        text = "".join(text_of(target).split())
        for one in ("Share nothing without consent", "Home visits after half past three"):
            assert "".join(one.split()) in text

    @pytest.mark.timeout(300)
    @pytest.mark.parametrize("text", ["", "long words " * 60, LANGUAGES["Arabic"] * 9])
    def test_the_first_page_of_a_report_in_word_is_one_page(text: str, tmp_path: Path) -> None:
        made = report(busy(10, 19, text))
        source = tmp_path / "x.docx"
        source.write_bytes(report_docx(replace(made, blocks=made.blocks[:2])))
        (target,) = as_pdf(tmp_path, source)
        # The map follows, a picture with nothing but the foot of the page below it.
        second = poppler("pdftotext", "-f", "2", "-l", "2", target, "-").decode()
        assert len(second.strip().splitlines()) <= 3, second
        assert "What was agreed" not in second
