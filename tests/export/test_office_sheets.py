"""A workbook opened and saved again by LibreOffice, where it is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from activitymap.export.formats import export
from activitymap.export.sheets import statements
from activitymap.model.storage.saving import load_map
from activitymap.model.storage.spreadsheet import read_sheet

STORED = Path(__file__).parent.parent / "model" / "storage" / "files" / "version-2.activitymap"
OFFICE = shutil.which("soffice")
UTF_8_WITH_COMMAS = "csv:Text - txt - csv (StarCalc):44,34,76,1"

if OFFICE is not None:

    @pytest.mark.timeout(300)
    @pytest.mark.parametrize(("ending", "form"), [(".xlsx", "xlsx"), (".csv", UTF_8_WITH_COMMAS)])
    def test_what_libreoffice_saves_again_comes_in_unchanged(
        ending: str, form: str, tmp_path: Path
    ) -> None:
        assert OFFICE is not None
        before = load_map(STORED).map
        source = tmp_path / "x.xlsx"
        export(before, source)
        (tmp_path / "saved").mkdir()
        done = subprocess.run(
            [
                *(OFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"),
                *("--convert-to", form, "--outdir", str(tmp_path / "saved"), str(source)),
            ],
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        after = read_sheet(tmp_path / "saved" / f"x{ending}")
        assert after.notices == ()
        assert statements(after.map) == statements(before)
