"""What holds for the project as a whole: its versions, its pins, what is shipped."""

import re
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import activitymap

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[0-9][A-Za-z0-9.+!]*)")


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    found: dict[str, str] = {}
    for line in lines:
        if not line.startswith("#"):
            pin = PIN.fullmatch(line)
            assert pin, f"not an exact version: {line}"
            found[canonicalize_name(pin["name"])] = pin["version"]
    return found


def requirements() -> list[Requirement]:
    optional = PROJECT["project"]["optional-dependencies"].values()
    stated = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
    return [Requirement(text) for text in [*stated, *(each for some in optional for each in some)]]


def test_constraints_hold_exact_versions_and_nothing_else() -> None:
    assert pins()


@pytest.mark.parametrize("requirement", requirements(), ids=lambda each: each.name)
def test_every_dependency_has_a_tested_version_within_its_bounds(requirement: Requirement) -> None:
    assert requirement.specifier.contains(pins()[canonicalize_name(requirement.name)])


@pytest.mark.qt
def test_void_calls_leave_the_reference_count_of_none_alone() -> None:
    # PySide6 6.12.0 on Python 3.11 takes one reference a call, until the process aborts.
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1_000):
        thing.setObjectName("thing")
    assert abs(sys.getrefcount(None) - before) < 100


def test_the_changelog_names_this_version_or_what_is_unreleased() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[(.+?)\]", changelog, re.MULTILINE)
    assert headings[0] in {"Unreleased", activitymap.__version__}


def test_the_package_ships_its_types_and_its_fonts_with_their_licence() -> None:
    package = files("activitymap")
    fonts = [font.name for font in package.joinpath("fonts").iterdir()]
    assert package.joinpath("py.typed").is_file()
    assert [name for name in fonts if name.endswith(".ttf")]
    assert [name for name in fonts if re.search("licen[cs]e|OFL", name, re.IGNORECASE)]
