"""Office files opened by LibreOffice, where it is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from activitymap.export.formats import export
from activitymap.export.report.formats import write_report
from tests.export.looking import facts_of, text_of
from tests.export.making import example

# The pictures in a report are painted by Qt.
pytestmark = pytest.mark.qt

OFFICE = shutil.which("soffice")
TEAM = "team-around-the-child"

if OFFICE is not None:

    @pytest.mark.timeout(300)
    @pytest.mark.parametrize("ending", [".pptx", ".docx"])
    def test_libreoffice_opens_it_and_shows_every_statement(ending: str, tmp_path: Path) -> None:
        assert OFFICE is not None
        source = tmp_path / f"x{ending}"
        (export if ending == ".pptx" else write_report)(example(TEAM), source)
        done = subprocess.run(
            [
                *(OFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"),
                *("--convert-to", "pdf", "--outdir", str(tmp_path), str(source)),
            ],
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        target = source.with_suffix(".pdf")
        assert (int(facts_of(target)["Pages"]) == 1) is (ending == ".pptx")
        text = "".join(text_of(target).split())
        for one in ("Share nothing without consent", "Home visits after half past three"):
            assert "".join(one.split()) in text
