"""Making the folder of the portable program."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from bundle.notices import write_notices

ROOT = Path(__file__).parent.parent
RECIPE = ROOT / "bundle" / "activitymap.spec"
WORK = ROOT / "build" / "bundle"
PROGRAM = "activitymap.exe" if sys.platform == "win32" else "activitymap"


class BuildError(Exception):
    """The program could not be built."""


def build() -> Path:
    """Build the program from scratch, with its papers, and return its folder."""
    folder = ROOT / "dist" / "activitymap"
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=ERROR"]
    command += [f"--workpath={WORK}", f"--distpath={folder.parent}", str(RECIPE)]
    if subprocess.run(command, check=False, cwd=ROOT).returncode:
        raise BuildError("PyInstaller could not build the program.")
    if sys.platform == "linux":
        _strip(folder / "program")
    _add_papers(folder)
    return folder


def _strip(program: Path) -> None:
    """Take the debugging tables out of Python's own libraries, where the system has the tool.

    Not out of Qt's and Pillow's: they stay what their makers published.
    """
    if (tool := shutil.which("strip")) is None:
        return
    libraries = [*program.glob("libpython*.so*"), *program.glob("python*/lib-dynload/*.so")]
    libraries += [*program.glob("fontTools/**/*.so")]
    subprocess.run([tool, "--strip-unneeded", *libraries], check=True)


def _add_papers(folder: Path) -> None:
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE.txt")
    shutil.copyfile(ROOT / "bundle" / "READ-ME.txt", folder / "READ-ME.txt")
    shutil.copytree(ROOT / "examples", folder / "examples")
    contents = json.loads((WORK / RECIPE.stem / "contents.json").read_text(encoding="utf-8"))
    sources = [source for _place, source, kind in contents["files"] if kind != "SYMLINK"]
    if missing := write_notices(folder / "licences", contents["modules"], sources):
        print(f"Without their terms, because they were not found here: {', '.join(missing)}.")
