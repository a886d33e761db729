"""Office files opened by LibreOffice, where it is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from activitymap.export.report.formats import write_report
from tests.export.looking import text_of
from tests.export.making import example

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
