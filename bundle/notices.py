"""The licences of what is inside the portable program, copied from where it was installed."""

import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
QT = ("PySide6_Essentials", "shiboken6")
QT_TEXTS = ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt")
COMMON_LICENSES = Path("/usr/share/common-licenses")
_LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)

_HOME = {"homepage", "home", "source", "source code", "repository", "code", "website"}


class Component(NamedTuple):
    """A work of others inside the program, and the files with its terms."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[Path, ...]


def write_notices(folder: Path, modules: Iterable[str], sources: Iterable[str]) -> list[str]:
    """Write the terms of everything inside into a folder, and a list of it.

    Args:
        folder: Where they go; it is made.
        modules: The Python modules inside, with their full names.
        sources: The paths that the other files inside were copied from.

    Returns:
        The names of the components whose terms were not found.
    """
    folder.mkdir(parents=True)
    components = [*_python(), *_distributions(modules, sources), *_system(sources)]
    lines = ["What is inside Activity Map, besides Activity Map itself (see ../LICENSE.txt).", ""]
    for component in components:
        lines += [f"{component.name} {component.version}".rstrip()]
        lines += [f"    {line}" for line in (component.licence, component.home) if line]
        inside = folder / re.sub(r"[^\w.+-]", "-", component.name)
        for text in component.texts:
            inside.mkdir(exist_ok=True)
            shutil.copyfile(text, _free_place(inside, text.name))
        where = f"Terms: {inside.name}/" if component.texts else "Terms: not found"
        lines += [f"    {where}", ""]
    (folder / "NOTICES.txt").write_text("\n".join(lines), encoding="utf-8")
    return [component.name for component in components if not component.texts]


def _free_place(folder: Path, name: str) -> Path:
    place = folder / name
    while place.exists():
        place = place.with_name(f"more-{place.name}")
    return place


def _python() -> Iterator[Component]:
    folders = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    places = [folder / name for folder in folders for name in ("LICENSE.txt", "LICENSE")]
    places.append(Path(f"/usr/share/doc/python{sysconfig.get_python_version()}/copyright"))
    texts = tuple(place for place in places if place.is_file())[:1]
    version = sys.version.partition(" ")[0]
    yield Component("Python", version, "PSF-2.0", "https://www.python.org", texts)
    fonts = (HERE.parent / "activitymap" / "fonts" / "OFL.txt",)
    yield Component("Noto Sans", "", "OFL-1.1", "https://notofonts.github.io", fonts)
    words = HERE.parent / "activitymap/model/contradictions/lexicon/WORDNET-LICENCE"
    yield Component("WordNet", "3.0", "WordNet", "https://wordnet.princeton.edu", (words,))


def _distributions(modules: Iterable[str], sources: Iterable[str]) -> Iterator[Component]:
    """Yield the installed packages, and PyInstaller, whose loader starts the program."""
    owners = packages_distributions()
    home = Path(sysconfig.get_path("platlib"))
    tops = {name.partition(".")[0] for name in modules}
    for source in map(Path, sources):
        if source.is_relative_to(home):
            tops.add(source.relative_to(home).parts[0].partition(".")[0])
    names = {name for top in tops for name in owners.get(top, ())} | {"pyinstaller"}
    for name in sorted(names - {"activitymap"}, key=str.casefold):
        yield component(distribution(name))


def component(found: Distribution) -> Component:
    """Return an installed package with its terms; those of Qt's packages come from here."""
    about = found.metadata
    name = about["Name"]
    texts = [
        place
        for file in found.files or ()
        if ".dist-info" in file.parts[0] and _LICENCE_FILE.search(file.name)
        if (place := Path(str(found.locate_file(file)))).is_file()
    ]
    if name in QT:
        texts = [HERE / "licences" / text for text in QT_TEXTS]
    licence = (about["License-Expression"] or about["License"] or "").partition("\n")[0]
    links = [link.partition(", ")[::2] for link in about.get_all("Project-URL") or ()]
    homes = [link for label, link in links if label.casefold() in _HOME]
    home = about["Home-page"] or next(iter([*homes, *(link for _label, link in links)]), "")
    return Component(name, found.version, licence, home, tuple(texts))


def _system(sources: Iterable[str]) -> Iterator[Component]:
    """Yield the libraries of the system that were copied, by Debian's packages if it has them."""
    ours = (sys.prefix, sys.base_prefix, str(HERE.parent))
    by_package: defaultdict[str, list[str]] = defaultdict(list)
    for source in map(Path, sources):
        if source.is_absolute() and not any(source.is_relative_to(place) for place in ours):
            by_package[_package(source)].append(source.name)
    for package, names in sorted(by_package.items()):
        text = Path("/usr/share/doc") / package / "copyright"
        if package and text.is_file():
            texts = (text, *_common_licences(text))
            version = _asked("--show", "--showformat=${Version}", package)
            yield Component(package, version, _unchanged(), ", ".join(sorted(names)), texts)
        else:
            for name in sorted(names):
                yield Component(name, "", _unchanged(), "", ())


def _unchanged() -> str:
    system = platform.freedesktop_os_release() if sys.platform == "linux" else {}
    name = system.get("PRETTY_NAME", platform.system())
    return f"Unchanged from {name}, whose makers also offer the source"


def _package(library: Path) -> str:
    """Return the Debian package of a library, or nothing."""
    # A package may know its file by the place it had before /lib became a link to /usr/lib.
    places = {str(library), str(library.resolve())}
    places |= {place.removeprefix("/usr") for place in places}
    return _asked("--search", *sorted(places)).partition(":")[0]


def _asked(*question: str) -> str:
    if shutil.which("dpkg-query") is None:
        return ""
    # Fails if one of the places is not known, with an answer for the others.
    answer = subprocess.run(["dpkg-query", *question], capture_output=True, text=True, check=False)
    return answer.stdout


def _common_licences(text: Path) -> list[Path]:
    """Return the licences that a Debian package names instead of repeating them."""
    said = text.read_text(encoding="utf-8", errors="replace")
    names = set(re.findall(r"/usr/share/common-licenses/([\w.-]*\w)", said))
    return sorted(place for name in names if (place := COMMON_LICENSES / name).is_file())
