"""Fonts that are installed on the computer, for letters that the shipped ones lack.

They are looked for without Qt, which the lower layers do not know: in the folders where systems
keep them, and where fontconfig says. Which characters a font has is read by the library that
shapes text, which maps files instead of reading them.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import uharfbuzz

_ENDINGS = {".ttf", ".otf", ".ttc", ".otc"}
_OUTLINES = {"glyf", "CFF ", "CFF2"}
_RESTRICTED, _WHOLE, _PIXELS = 0x0002, 0x0100, 0x0200
"""Of a font's licence (OS/2 fsType): never embedded; only whole; only as pixels."""
_LICENCES = 0x000E
_NORMAL, _HEAVY = 400, 700
"""Weights of type."""
_HOLLOW = ("lastresort", "last resort", "adobe blank")
"""Families that have a box, or nothing, for every character."""


class Installed(NamedTuple):
    """A font of the computer: its file, its number in it, and what it may be used for.

    One that is ``drawn`` has outlines and a licence to embed them; others only Qt can show.
    """

    file: str
    number: int
    family: str
    weight: int
    upright: bool
    drawn: bool
    font: "uharfbuzz.Font"

    def has(self, code: int) -> bool:
        """Whether the font has a picture for a character."""
        return bool(self.font.get_nominal_glyph(code))


def drawing_face(code: int, bold: bool) -> Installed | None:
    """Return the first font that has a character and may be embedded, or ``None``."""
    return next((one for one in installed(bold) if one.drawn and one.has(code)), None)


def showing_face(code: int) -> Installed | None:
    """Return a font that has a character, if only to be seen: the best one that is drawn too."""
    return drawing_face(code, bold=False) or next(
        (one for one in installed(bold=False) if one.has(code)), None
    )


@cache
def installed(bold: bool) -> tuple[Installed, ...]:
    """Return the fonts of the computer, those first that look most like the shipped ones."""
    wanted = _HEAVY if bold else _NORMAL

    def rank(one: Installed) -> tuple[object, ...]:
        family = one.family.casefold()
        plain = not any(kind in family for kind in ("serif", "mono", "math"))
        alike = family.startswith("noto sans") + ("sans" in family)
        far = abs(one.weight - wanted)
        return not one.upright, not plain, -alike, far, one.family, one.file, one.number

    return tuple(sorted(_all(), key=rank))


@cache
def _all() -> tuple[Installed, ...]:
    return tuple(one for path in sorted(set(_files())) for one in _faces(path))


def _files() -> Iterator[str]:
    """Yield the paths of all font files."""
    for folder in folders():
        for path in folder.rglob("*") if folder.is_dir() else ():
            if path.suffix.casefold() in _ENDINGS:
                yield str(path.resolve())
    program = shutil.which("fc-list")
    if program:
        told = subprocess.run(  # noqa: S603  # the system's own program, without a shell
            [program, ":", "file"], capture_output=True, check=False, timeout=20
        ).stdout.decode(errors="replace")
        for line in told.splitlines():
            path = Path(line.rstrip(": "))
            if path.suffix.casefold() in _ENDINGS and path.is_file():
                yield str(path.resolve())


def folders() -> tuple[Path, ...]:
    """Return the folders in which the system keeps fonts, for everybody and for this person."""
    home, given = Path.home(), os.environ.get
    if sys.platform == "win32":
        local = given("LOCALAPPDATA", str(home / "AppData" / "Local"))
        return Path(given("WINDIR", r"C:\Windows"), "Fonts"), Path(
            local, "Microsoft", "Windows", "Fonts"
        )
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"
    own = given("XDG_DATA_HOME") or str(home / ".local" / "share")
    shared = given("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return *(Path(one, "fonts") for one in (own, *shared.split(":")) if one), home / ".fonts"


def _faces(path: str) -> Iterator[Installed]:
    """Yield the fonts in a file; one that cannot be read has none."""
    import uharfbuzz

    try:
        blob = uharfbuzz.Blob.from_file_path(path)
        for number in range(uharfbuzz.Face(blob).count):
            face = uharfbuzz.Face(blob, number)
            made = _installed(path, number, face)
            if face.glyph_count and not made.family.casefold().strip(".").startswith(_HOLLOW):
                yield made
    except (OSError, ValueError, uharfbuzz.HarfBuzzError):
        return


def _installed(path: str, number: int, face: Any) -> Installed:
    import uharfbuzz

    about = face.reference_table("OS/2").data
    weight, licence, look = _NORMAL, 0, 0
    if len(about) >= 64:
        weight, licence, look = (
            int.from_bytes(about[start : start + 2], "big") for start in (4, 8, 62)
        )
    allowed = licence & _LICENCES != _RESTRICTED and not licence & (_WHOLE | _PIXELS)
    return Installed(
        path,
        number,
        face.get_name(uharfbuzz.OTNameIdPredefined.FONT_FAMILY) or "",
        weight,
        upright=not look & 1,
        drawn=allowed and bool(_OUTLINES & set(face.table_tags)),
        font=uharfbuzz.Font(face),
    )
