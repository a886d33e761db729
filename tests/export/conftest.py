"""Exports are tested as on a computer without fonts of its own, whatever this one has."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.export.font_folders import look_once, only_fonts_in


@pytest.fixture(scope="session")
def no_fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder without fonts."""
    return tmp_path_factory.mktemp("no-fonts")


@pytest.fixture(scope="session", autouse=True)
def _no_installed_fonts(no_fonts: Path) -> None:
    look_once(no_fonts)


@pytest.fixture
def font_folder(tmp_path: Path, no_fonts: Path) -> Iterator[Path]:
    """Give a folder whose fonts are those that are installed, once some are put there."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    with only_fonts_in(tmp_path):
        yield folder
    look_once(no_fonts)
